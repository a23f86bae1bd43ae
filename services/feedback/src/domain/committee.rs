//! A committee, and who sits in it.

use jiff::{Timestamp, civil::Date};
use kit::localize::Text;

use super::word::words;

/// The share of members who must be present as long as nobody chose another: more than half.
pub(crate) const USUAL_QUORUM_PERCENT: u32 = 51;
/// Members of a committee on one day.
pub(crate) const MAX_MEMBERS: usize = 50;
/// Members with those whose term is over.
pub(crate) const MAX_MEMBERS_EVER: usize = 200;
/// Teams that a committee names.
pub(crate) const MAX_TEAMS: usize = 50;

words! {
    /// What a committee is for.
    pub(crate) enum Kind {
        Users = "users",
        Steering = "steering",
        DataQuality = "data_quality",
        Process = "process",
        Change = "change",
        Other = "other",
    }
}

words! {
    /// How far a committee is.
    pub(crate) enum State {
        Active = "active",
        Ended = "ended",
    }
}

words! {
    /// What a person does in a committee, in the order of lists.
    pub(crate) enum Role {
        Chair = "chair",
        Secretary = "secretary",
        Member = "member",
    }
}

impl Role {
    /// Whether the person prepares and holds meetings.
    pub(crate) fn leads(self) -> bool {
        matches!(self, Self::Chair | Self::Secretary)
    }
}

/// People from several teams who meet and decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Committee {
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) purpose: Text,
    pub(crate) kind: Kind,
    pub(crate) application: Option<String>,
    pub(crate) teams: Vec<String>,
    pub(crate) start: Date,
    pub(crate) end: Option<Date>,
    pub(crate) quorum_percent: u32,
    pub(crate) state: State,
    pub(crate) members: Vec<Member>,
    pub(crate) create_time: Timestamp,
    pub(crate) revision: i64,
}

/// A person in a committee, for a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) person: String,
    pub(crate) role: Role,
    pub(crate) start: Date,
    pub(crate) end: Option<Date>,
}

impl Member {
    /// Whether the own term holds on a day.
    fn holds_on(&self, day: Date) -> bool {
        self.start <= day && self.end.is_none_or(|end| day <= end)
    }
}

impl Committee {
    /// Whether it meets on a day.
    pub(crate) fn meets_on(&self, day: Date) -> bool {
        self.state == State::Active && self.start <= day && self.end.is_none_or(|end| day <= end)
    }

    /// The members on a day: chair, secretaries, members.
    pub(crate) fn members_on(&self, day: Date) -> Vec<&Member> {
        let mut members: Vec<&Member> = self.members.iter().filter(|m| m.holds_on(day)).collect();
        members.sort_by(|a, b| (a.role, &a.person).cmp(&(b.role, &b.person)));
        members
    }

    /// What a person is in it on a day.
    pub(crate) fn role_on(&self, person: &str, day: Date) -> Option<Role> {
        self.members.iter().find(|m| m.person == person && m.holds_on(day)).map(|m| m.role)
    }

    /// Whether a person is in it on a day or will be.
    pub(crate) fn has_from(&self, person: &str, day: Date) -> bool {
        self.members.iter().any(|m| m.person == person && m.end.is_none_or(|end| day <= end))
    }

    /// Gives a person a seat, or changes the seat that the person has. Whoever was the chair while the new one is stays as a
    /// member: there is one chair on any day.
    pub(crate) fn seat(&mut self, member: Member) {
        if member.role == Role::Chair {
            for other in &mut self.members {
                let overlap = other.end.is_none_or(|end| member.start <= end)
                    && member.end.is_none_or(|end| other.start <= end);
                if other.role == Role::Chair && other.person != member.person && overlap {
                    other.role = Role::Member;
                }
            }
        }
        match self.members.iter_mut().find(|m| m.person == member.person) {
            Some(seat) => *seat = member,
            None => self.members.push(member),
        }
    }

    /// Takes a person's seat from a day on. A term that had not begun never was.
    pub(crate) fn unseat(&mut self, person: &str, from: Date) {
        let last = from.yesterday().unwrap_or(from);
        self.members.retain(|m| m.person != person || m.start < from);
        for member in self.members.iter_mut().filter(|m| m.person == person) {
            member.end = Some(member.end.map_or(last, |end| end.min(last)));
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use jiff::civil::date;

    use super::*;

    pub(crate) fn member(person: &str, role: Role) -> Member {
        Member { person: person.into(), role, start: date(2026, 1, 1), end: None }
    }

    pub(crate) fn committee(members: Vec<Member>) -> Committee {
        Committee {
            id: "c".into(),
            title: Text::new("Users", "کاربران", "المستخدمون"),
            purpose: Text::default(),
            kind: Kind::Users,
            application: None,
            teams: vec!["sales".into()],
            start: date(2026, 1, 1),
            end: Some(date(2026, 12, 31)),
            quorum_percent: USUAL_QUORUM_PERCENT,
            state: State::Active,
            members,
            create_time: Timestamp::UNIX_EPOCH,
            revision: 1,
        }
    }

    #[test]
    fn there_is_one_chair_on_any_day() {
        let mut committee = committee(vec![member("a", Role::Chair), member("b", Role::Member)]);
        committee.seat(member("b", Role::Chair));
        assert_eq!(committee.role_on("a", date(2026, 3, 2)), Some(Role::Member));
        assert_eq!(committee.role_on("b", date(2026, 3, 2)), Some(Role::Chair));
        let later = Member { start: date(2027, 1, 1), ..member("c", Role::Chair) };
        committee.seat(Member { end: Some(date(2026, 12, 31)), ..member("b", Role::Chair) });
        committee.seat(later);
        assert_eq!(committee.role_on("b", date(2026, 12, 31)), Some(Role::Chair), "the terms do not touch");
    }

    #[test]
    fn a_term_ends_and_may_begin_again() {
        let mut committee = committee(vec![member("a", Role::Chair), member("b", Role::Member)]);
        committee.unseat("b", date(2026, 3, 2));
        assert_eq!(committee.role_on("b", date(2026, 3, 1)), Some(Role::Member));
        assert_eq!(committee.role_on("b", date(2026, 3, 2)), None);
        committee.unseat("b", date(2026, 5, 1));
        assert_eq!(committee.role_on("b", date(2026, 3, 2)), None, "ending twice does not lengthen the term");
        assert!(!committee.has_from("b", date(2026, 3, 2)) && committee.has_from("a", date(2026, 3, 2)));
        committee.seat(Member { start: date(2026, 6, 1), ..member("b", Role::Member) });
        assert_eq!(committee.members_on(date(2026, 6, 1)).len(), 2);
        committee.unseat("b", date(2026, 3, 2));
        assert_eq!(committee.members.len(), 1, "a term that had not begun never was");
    }
}
