//! A person, and what can be told of one on a day.

use jiff::{ToSpan, civil::Date};
use proto::access::v1::Role;
pub use proto::identity::v1::Level;

use super::organization::Organization;
use crate::{
    calendar::Reader,
    localize::Language,
    workdays::{SiteCalendar, WorkWeek},
};

/// So many days after the first one a person begins to count: nobody uses new software on the first morning.
pub const TENURE_DAYS: i32 = 14;

/// Someone in the directory.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The id.
    pub id: String,
    /// The id in the organization's own directory.
    pub external_id: String,
    /// What colleagues call the person.
    pub display_name: String,
    /// Where mail goes; `None` for whoever has no address.
    pub email: Option<String>,
    /// The language that the person chose; `None` for the organization's.
    pub language: Option<Language>,
    pub(super) calendar: i32,
    pub(super) digits: i32,
    /// How well the person knows the work of the position; `None` if not known.
    pub level: Option<Level>,
    /// Where the person works; `None` if not known.
    pub site: Option<String>,
    /// The person's manager.
    pub manager: Option<String>,
    /// The first day of employment.
    pub start_day: Date,
    /// The last day of employment, that day included; `None` while it is open.
    pub end_day: Option<Date>,
    /// Whether the person can sign in.
    pub can_sign_in: bool,
    /// Teams and positions, by first day; no two overlap.
    pub memberships: Vec<Membership>,
    /// Roles, MEMBER left out.
    pub roles: Vec<RoleGrant>,
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
    /// The last day, that day included; `None` while it is open.
    pub end_day: Option<Date>,
    /// Part-time: the weekdays on which the person works; `None` for all of the site's.
    pub part_time_days: Option<WorkWeek>,
}

/// A role that a person holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleGrant {
    /// The role.
    pub role: Role,
    /// The team that it is limited to, with all teams below it; `None` for the whole organization.
    pub team: Option<String>,
}

fn holds(start: Date, end: Option<Date>, day: Date) -> bool {
    start <= day && end.is_none_or(|end| day <= end)
}

impl Membership {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        holds(self.start_day, self.end_day, day)
    }
}

impl Person {
    /// Somebody of whom nothing more is known: the rest is set afterwards, for rules and their tests.
    pub fn new(id: impl Into<String>, external_id: impl Into<String>, start_day: Date) -> Self {
        let external_id = external_id.into();
        Self {
            id: id.into(),
            display_name: external_id.clone(),
            external_id,
            email: None,
            language: None,
            calendar: 0,
            digits: 0,
            level: None,
            site: None,
            manager: None,
            start_day,
            end_day: None,
            can_sign_in: false,
            memberships: Vec::new(),
            roles: Vec::new(),
        }
    }

    /// Whether the person is employed on a day.
    pub fn employed_on(&self, day: Date) -> bool {
        holds(self.start_day, self.end_day, day)
    }

    /// The membership that holds on a day; none for somebody who is not employed then.
    pub fn membership_on(&self, day: Date) -> Option<&Membership> {
        self.memberships.iter().find(|m| m.holds_on(day)).filter(|_| self.employed_on(day))
    }

    /// How many days the person has been employed on a day; negative before.
    pub fn tenure_days(&self, day: Date) -> i32 {
        day.since((jiff::Unit::Day, self.start_day)).map_or(0, |span| span.get_days())
    }

    /// The membership under which the person counts as eligible on a day: employed, [`TENURE_DAYS`] in, and working that
    /// day by the site's calendar and the own contract. Without a calendar: employed and [`TENURE_DAYS`] in.
    pub fn eligible_on(&self, day: Date, calendar: Option<&SiteCalendar>) -> Option<&Membership> {
        let settled = self.start_day.checked_add(TENURE_DAYS.days()).is_ok_and(|from| from <= day);
        if !settled {
            return None;
        }
        let membership = self.membership_on(day)?;
        let works = calendar.is_none_or(|calendar| {
            calendar.works(day) && membership.part_time_days.is_none_or(|days| days.has(day.weekday()))
        });
        works.then_some(membership)
    }

    /// How the person reads: own choices, else the organization's.
    pub fn reader(&self, organization: &Organization) -> Reader {
        organization.reader_of(self.language, self.calendar, self.digits)
    }

    /// The same on a screen in another language: own choices of calendar and digits still hold.
    pub fn reader_in(&self, organization: &Organization, language: Language) -> Reader {
        organization.reader_of(Some(language), self.calendar, self.digits)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::{civil::date, tz::TimeZone};

    use super::*;

    pub(in super::super) fn person() -> Person {
        Person {
            id: "p".into(),
            external_id: "17".into(),
            display_name: "Sara".into(),
            email: None,
            language: None,
            calendar: 0,
            digits: 0,
            level: None,
            site: Some("s".into()),
            manager: None,
            start_day: date(2026, 1, 1),
            end_day: Some(date(2026, 6, 30)),
            can_sign_in: false,
            memberships: vec![
                Membership {
                    team: "a".into(),
                    position: "seller".into(),
                    start_day: date(2026, 1, 1),
                    end_day: Some(date(2026, 3, 31)),
                    part_time_days: None,
                },
                Membership {
                    team: "b".into(),
                    position: "seller".into(),
                    start_day: date(2026, 4, 1),
                    end_day: None,
                    part_time_days: WorkWeek::working([jiff::civil::Weekday::Monday]),
                },
            ],
            roles: vec![],
        }
    }

    #[test]
    fn a_person_counts_from_the_fifteenth_day_to_the_last() {
        let person = person();
        assert_eq!(person.eligible_on(date(2026, 1, 14), None), None);
        assert_eq!(person.eligible_on(date(2026, 1, 15), None).map(|m| m.team.as_str()), Some("a"));
        assert_eq!(person.eligible_on(date(2026, 6, 30), None).map(|m| m.team.as_str()), Some("b"));
        assert_eq!(person.eligible_on(date(2026, 7, 1), None), None);
    }

    #[test]
    fn a_person_counts_on_days_that_the_site_and_the_contract_know() {
        let person = person();
        let calendar = SiteCalendar::new(TimeZone::UTC, WorkWeek::SAT_SUN).with_holidays([date(2026, 2, 2)]);
        assert!(person.eligible_on(date(2026, 2, 3), Some(&calendar)).is_some());
        assert!(person.eligible_on(date(2026, 2, 1), Some(&calendar)).is_none(), "a sunday");
        assert!(person.eligible_on(date(2026, 2, 2), Some(&calendar)).is_none(), "a holiday");
        assert!(person.eligible_on(date(2026, 4, 6), Some(&calendar)).is_some(), "a monday, part-time");
        assert!(person.eligible_on(date(2026, 4, 7), Some(&calendar)).is_none(), "a tuesday, part-time");
    }
}
