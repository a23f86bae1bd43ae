//! A person, with dated memberships and roles.

use jiff::{Timestamp, civil::Date};
use kit::{
    auth::Role,
    localize::Language,
    violation::{Rule, Violations},
    workdays::WorkWeek,
};
use proto::{
    identity::v1::{Level, Theme},
    localization::v1::{Calendar, Digits},
};

/// How many memberships one person has at most.
pub const MEMBERSHIPS: usize = 200;

/// Someone in the directory.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The id.
    pub id: String,
    /// The id in the organization's own directory.
    pub external_id: String,
    /// What colleagues call the person.
    pub display_name: String,
    /// The mail address.
    pub email: Option<String>,
    /// The chosen language.
    pub language: Option<Language>,
    /// The chosen calendar.
    pub calendar: Calendar,
    /// The chosen digits.
    pub digits: Digits,
    /// Light or dark screens.
    pub theme: Theme,
    /// How well the person knows the work.
    pub level: Level,
    /// The site.
    pub site: Option<String>,
    /// The manager.
    pub manager: Option<String>,
    /// The first day of employment.
    pub start_day: Date,
    /// The last day of employment.
    pub end_day: Option<Date>,
    /// Teams and positions, by first day; no two overlap.
    pub memberships: Vec<Membership>,
    /// Roles, MEMBER left out, each once.
    pub roles: Vec<RoleGrant>,
    /// Whether a password is set.
    pub can_sign_in: bool,
    /// Grows with each change.
    pub revision: i64,
    /// When the person was entered.
    pub create_time: Timestamp,
}

/// A time in a team and a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The team.
    pub team: String,
    /// The position.
    pub position: String,
    /// The first day.
    pub start_day: Date,
    /// The last day.
    pub end_day: Option<Date>,
    /// The weekdays of a part-time contract.
    pub part_time_days: Option<WorkWeek>,
}

/// A role, for the whole organization or limited to teams.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleGrant {
    /// The role.
    pub role: Role,
    /// The teams that a champion looks after; empty for the other roles.
    pub teams: Vec<String>,
}

impl Membership {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.start_day <= day && self.end_day.is_none_or(|end| day <= end)
    }
}

impl Person {
    /// Whether employment is over on a day.
    pub fn has_left(&self, day: Date) -> bool {
        self.end_day.is_some_and(|end| end < day)
    }

    /// The membership that holds on a day.
    pub fn membership_on(&self, day: Date) -> Option<&Membership> {
        self.memberships.iter().find(|m| m.holds_on(day)).filter(|_| !self.has_left(day))
    }

    /// Whether the person is an administrator.
    pub fn is_admin(&self) -> bool {
        self.roles.iter().any(|g| g.role == Role::Admin)
    }

    /// Ends employment with its last day: memberships end with it, later ones vanish.
    pub fn end_employment(&mut self, day: Date) {
        self.end_day = Some(day);
        self.memberships.retain(|m| m.start_day <= day);
        for m in &mut self.memberships {
            if m.end_day.is_none_or(|end| end > day) {
                m.end_day = Some(day);
            }
        }
    }

    /// Opens an employment again from a day after its last one. Who had left comes back without roles: giving them is not
    /// for everybody who may do this. A team and position that ended with the employment just go on if no day is missed.
    pub fn reopen(
        &mut self,
        team: &str,
        position: &str,
        part_time_days: Option<WorkWeek>,
        from: Date,
        today: Date,
    ) {
        let Some(end) = self.end_day.filter(|end| *end < from) else { return };
        if self.has_left(today) {
            self.roles.clear();
        }
        self.end_day = None;
        let goes_on = |m: &&mut Membership| {
            (m.end_day, end.tomorrow().ok()) == (Some(end), Some(from))
                && (m.team.as_str(), m.position.as_str()) == (team, position)
                && m.part_time_days == part_time_days
        };
        match self.memberships.iter_mut().max_by_key(|m| m.start_day).filter(goes_on) {
            Some(last) => last.end_day = None,
            None => self.move_to(team, position, part_time_days, from),
        }
    }

    /// Whether the person came back on a day after having left, or to another team after one that had ended.
    pub fn came_back_on(&self, day: Date) -> bool {
        self.memberships.iter().any(|m| m.start_day == day)
            && self.memberships.iter().any(|m| m.end_day.is_some_and(|end| end < day))
    }

    /// Moves the person to a team and position from a day on. Nothing changes if that holds then already; what held is
    /// closed the day before, what was planned for later is dropped.
    pub fn move_to(&mut self, team: &str, position: &str, part_time_days: Option<WorkWeek>, from: Date) {
        let wanted =
            |m: &Membership| m.team == team && m.position == position && m.part_time_days == part_time_days;
        if self.memberships.iter().find(|m| m.holds_on(from)).is_some_and(wanted) {
            return;
        }
        self.memberships.retain(|m| m.start_day < from);
        if let Some(last) = self.memberships.last_mut()
            && last.end_day.is_none_or(|end| end >= from)
        {
            last.end_day = from.yesterday().ok();
        }
        self.memberships.push(Membership {
            team: team.to_owned(),
            position: position.to_owned(),
            start_day: from,
            end_day: None,
            part_time_days,
        });
    }

    /// Adds every rule that the dates break to `violations`; fields are named as in the contract, below `prefix`.
    pub fn check_dates(&self, violations: &mut Violations, prefix: &str) {
        if self.end_day.is_some_and(|end| end < self.start_day) {
            let end = self.end_day.map(|d| d.to_string()).unwrap_or_default();
            violations.add(format!("{prefix}employment_end_day"), end, Rule::EndsBeforeStart);
        }
        violations.count(&format!("{prefix}memberships"), self.memberships.len(), MEMBERSHIPS);
        let mut order: Vec<(usize, &Membership)> = self.memberships.iter().enumerate().collect();
        order.sort_by_key(|(_, m)| m.start_day);
        let mut free_from: Option<Option<Date>> = None; // the day after the last one; `Some(None)`: never again
        for (i, m) in order {
            let field = |name: &str| format!("{prefix}memberships[{i}].{name}");
            if m.end_day.is_some_and(|end| end < m.start_day) {
                violations.add(
                    field("end_day"),
                    m.end_day.map(|d| d.to_string()).unwrap_or_default(),
                    Rule::EndsBeforeStart,
                );
            }
            if m.start_day < self.start_day {
                let earliest = self.start_day.to_string();
                violations.add(field("start_day"), m.start_day, Rule::TooEarly { earliest });
            }
            if let Some(free) = free_from
                && free.is_none_or(|free| m.start_day < free)
            {
                violations.add(field("start_day"), m.start_day, Rule::Overlaps);
            }
            let next = m.end_day.and_then(|end| end.tomorrow().ok());
            free_from = Some(match free_from {
                None => next,
                Some(before) => before.and_then(|b| next.map(|n| n.max(b))),
            });
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    pub(crate) fn membership(team: &str, start: Date, end: Option<Date>) -> Membership {
        Membership {
            team: team.into(),
            position: "p".into(),
            start_day: start,
            end_day: end,
            part_time_days: None,
        }
    }

    pub(crate) fn person(memberships: Vec<Membership>) -> Person {
        Person {
            id: "x".into(),
            external_id: "17".into(),
            display_name: "Sara".into(),
            email: None,
            language: None,
            calendar: Calendar::Unspecified,
            digits: Digits::Unspecified,
            theme: Theme::Unspecified,
            level: Level::Unspecified,
            site: None,
            manager: None,
            start_day: date(2026, 1, 1),
            end_day: None,
            memberships,
            roles: vec![],
            can_sign_in: false,
            revision: 1,
            create_time: Timestamp::UNIX_EPOCH,
        }
    }

    fn rules(person: &Person) -> Vec<(String, &'static str)> {
        let mut violations = Violations::new(Language::En);
        person.check_dates(&mut violations, "person.");
        violations.iter().map(|v| (v.field.clone(), v.rule.code())).collect()
    }

    #[test]
    fn memberships_that_overlap_are_refused() {
        let person = person(vec![
            membership("b", date(2026, 3, 1), None),
            membership("a", date(2026, 1, 1), Some(date(2026, 3, 1))),
        ]);
        assert_eq!(rules(&person), [("person.memberships[0].start_day".into(), "OVERLAPS")]);
    }

    #[test]
    fn nothing_follows_an_open_membership_and_nothing_comes_before_employment() {
        let person = person(vec![
            membership("a", date(2025, 12, 1), None),
            membership("b", date(2026, 3, 1), Some(date(2026, 2, 1))),
        ]);
        let broken = rules(&person);
        assert!(broken.contains(&("person.memberships[0].start_day".into(), "TOO_EARLY")));
        assert!(broken.contains(&("person.memberships[1].start_day".into(), "OVERLAPS")));
        assert!(broken.contains(&("person.memberships[1].end_day".into(), "ENDS_BEFORE_START")));
    }

    #[test]
    fn leaving_ends_memberships_and_drops_planned_ones() {
        let mut person = person(vec![
            membership("a", date(2026, 1, 1), Some(date(2026, 3, 31))),
            membership("b", date(2026, 4, 1), None),
            membership("c", date(2026, 9, 1), None),
        ]);
        person.end_employment(date(2026, 6, 30));
        assert_eq!(person.memberships.len(), 2);
        assert_eq!(person.memberships[1].end_day, Some(date(2026, 6, 30)));
        assert!(person.has_left(date(2026, 7, 1)) && !person.has_left(date(2026, 6, 30)));
    }

    #[test]
    fn coming_back_keeps_what_was_and_leaves_the_days_between_to_nobody() {
        let (end, today) = (date(2026, 6, 30), date(2026, 9, 1));
        let mut gone = person(vec![membership("a", date(2026, 1, 1), None)]);
        gone.roles = vec![RoleGrant { role: Role::Admin, teams: vec![] }];
        gone.end_employment(end);

        let mut back = gone.clone();
        back.reopen("b", "p", None, date(2026, 9, 1), today);
        assert_eq!(
            back.memberships,
            [membership("a", date(2026, 1, 1), Some(end)), membership("b", date(2026, 9, 1), None)]
        );
        assert_eq!((back.end_day, back.roles.len(), back.start_day), (None, 0, date(2026, 1, 1)));
        assert!(back.membership_on(date(2026, 8, 1)).is_none());
        assert!(back.came_back_on(date(2026, 9, 1)) && !back.came_back_on(date(2026, 1, 1)));

        let mut undone = gone.clone();
        undone.reopen("a", "p", None, date(2026, 7, 1), date(2026, 6, 1));
        assert_eq!(undone.memberships, [membership("a", date(2026, 1, 1), None)], "as if it had not ended");
        assert_eq!(undone.roles.len(), 1, "whoever has not left yet keeps the roles");

        let mut same = gone.clone();
        same.reopen("a", "p", None, end, today);
        assert_eq!(same, gone, "not before the last day is over");
        assert!(rules(&back).is_empty() && rules(&undone).is_empty());
    }

    #[test]
    fn moving_closes_the_team_the_day_before() {
        let mut person = person(vec![membership("a", date(2026, 1, 1), None)]);
        person.move_to("a", "p", None, date(2026, 2, 1));
        assert_eq!(person.memberships.len(), 1, "already there");
        person.move_to("b", "p", None, date(2026, 2, 1));
        assert_eq!(
            person.memberships,
            [
                membership("a", date(2026, 1, 1), Some(date(2026, 1, 31))),
                membership("b", date(2026, 2, 1), None)
            ]
        );
    }

    proptest! {
        #[test]
        fn moves_in_any_order_leave_a_valid_history(moves in prop::collection::vec((0_i8..4, 0_i32..300), 0..20)) {
            let mut person = person(vec![]);
            for (team, day) in moves {
                let from = kit::db::time::from_days(kit::db::time::to_days(date(2026, 1, 1)) + day);
                person.move_to(&format!("t{team}"), "p", None, from);
                prop_assert_eq!(person.membership_on(from).map(|m| m.team.clone()), Some(format!("t{team}")));
                prop_assert!(rules(&person).is_empty());
            }
        }
    }
}
