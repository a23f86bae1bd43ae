//! A meeting: who is invited, and how far it is.

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use kit::{error::Error, localize::Text};

use super::{
    committee::{Committee, Role},
    quorum::Quorum,
    word::words,
};
use crate::error::{Reason, Refuse};

/// Guests of a meeting.
pub(crate) const MAX_GUESTS: usize = 50;

words! {
    /// How far a meeting is.
    pub(crate) enum State {
        Scheduled = "scheduled",
        Open = "open",
        Closed = "closed",
        Cancelled = "cancelled",
    }
}

words! {
    /// What somebody answered to the invitation.
    pub(crate) enum Response {
        None = "none",
        Accepted = "accepted",
        Declined = "declined",
        Tentative = "tentative",
    }
}

/// Somebody who is invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attendee {
    pub(crate) person: String,
    /// `None` for a guest.
    pub(crate) role: Option<Role>,
    pub(crate) response: Response,
    pub(crate) present: bool,
}

/// A meeting of a committee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Meeting {
    pub(crate) id: String,
    pub(crate) committee: String,
    pub(crate) title: Text,
    pub(crate) start: Timestamp,
    pub(crate) minutes: u32,
    pub(crate) zone: String,
    pub(crate) location: String,
    /// Whom the organizer invited besides the members.
    pub(crate) guests: Vec<String>,
    pub(crate) state: State,
    pub(crate) attendees: Vec<Attendee>,
    pub(crate) sequence: u32,
    pub(crate) cancel_reason: String,
    pub(crate) open_time: Option<Timestamp>,
    pub(crate) close_time: Option<Timestamp>,
    /// The committee's share when the meeting was opened: what holds for it, whatever the committee changes later.
    pub(crate) quorum_percent: u32,
    pub(crate) create_time: Timestamp,
    pub(crate) revision: i64,
}

impl Meeting {
    /// The time zone in which people read the hour.
    pub(crate) fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }

    /// The day on which it begins, where people are.
    pub(crate) fn day(&self) -> Date {
        self.start.to_zoned(self.time_zone()).date()
    }

    /// When it ends as planned.
    pub(crate) fn end(&self) -> Timestamp {
        self.start.saturating_add(SignedDuration::from_mins(self.minutes.into())).unwrap_or(self.start)
    }

    /// Whether it is over or does not take place.
    pub(crate) fn is_over(&self) -> bool {
        matches!(self.state, State::Closed | State::Cancelled)
    }

    /// Refuses what is only possible before the end.
    pub(crate) fn must_not_be_over(&self) -> Result<(), Error> {
        if self.is_over() {
            return Err(Reason::MeetingOver.refuse("the meeting is over or was cancelled"));
        }
        Ok(())
    }

    /// Refuses what is only possible before it was opened.
    pub(crate) fn must_be_to_come(&self) -> Result<(), Error> {
        if self.state != State::Scheduled {
            return Err(Reason::MeetingOver.refuse("the meeting was opened or does not take place"));
        }
        Ok(())
    }

    /// Refuses what is only possible while people meet.
    pub(crate) fn must_be_open(&self) -> Result<(), Error> {
        if self.state != State::Open {
            return Err(Reason::MeetingNotOpen.refuse("the meeting is not open"));
        }
        Ok(())
    }

    /// Refuses what needs a quorum.
    pub(crate) fn must_have_quorum(&self) -> Result<(), Error> {
        if self.quorum().reached() {
            return Ok(());
        }
        Err(Reason::NoQuorum.refuse("fewer members are present than the committee needs to decide"))
    }

    /// Somebody who is invited.
    pub(crate) fn attendee(&self, person: &str) -> Option<&Attendee> {
        self.attendees.iter().find(|a| a.person == person)
    }

    /// Whether enough members are there.
    pub(crate) fn quorum(&self) -> Quorum {
        let count = |present_only: bool| {
            let members =
                self.attendees.iter().filter(|a| a.role.is_some() && (a.present || !present_only)).count();
            u32::try_from(members).unwrap_or(u32::MAX)
        };
        Quorum::new(count(false), count(true), self.quorum_percent)
    }

    /// Opens it, at most a day before or after its own.
    pub(crate) fn open(&mut self, now: Timestamp) -> Result<(), Error> {
        match self.state {
            State::Open => return Ok(()),
            State::Scheduled => {}
            State::Closed | State::Cancelled => {
                return Err(Reason::MeetingOver.refuse("the meeting is over or was cancelled"));
            }
        }
        let today = now.to_zoned(self.time_zone()).date();
        if self.day().yesterday().is_ok_and(|day| today < day) {
            return Err(Reason::MeetingTooEarly.refuse("the meeting begins more than a day later"));
        }
        if self.day().tomorrow().is_ok_and(|day| day < today) {
            return Err(Reason::MeetingOver.refuse("the meeting should have begun more than a day ago"));
        }
        self.state = State::Open;
        self.open_time = Some(now);
        Ok(())
    }

    /// Writes down who is there; answers the people who are not invited.
    pub(crate) fn attend(&mut self, present: &[String]) -> Vec<String> {
        let strangers: Vec<String> = present.iter().filter(|p| self.attendee(p).is_none()).cloned().collect();
        if strangers.is_empty() {
            for attendee in &mut self.attendees {
                attendee.present = present.contains(&attendee.person);
            }
        }
        strangers
    }

    /// Ends it.
    pub(crate) fn close(&mut self, now: Timestamp) -> Result<(), Error> {
        match self.state {
            State::Closed => Ok(()),
            State::Open => {
                self.state = State::Closed;
                self.close_time = Some(now);
                Ok(())
            }
            State::Scheduled | State::Cancelled => {
                Err(Reason::MeetingNotOpen.refuse("the meeting is not open"))
            }
        }
    }
}

/// Who is to be invited: the members on the day of the meeting, then guests and presenters, each once. `employed` says who
/// still works here.
pub(crate) fn invited(
    committee: &Committee,
    day: Date,
    guests: &[String],
    presenters: &[String],
    employed: impl Fn(&str) -> bool,
) -> Vec<(String, Option<Role>)> {
    let mut all: Vec<(String, Option<Role>)> =
        committee.members_on(day).into_iter().map(|m| (m.person.clone(), Some(m.role))).collect();
    for person in guests.iter().chain(presenters) {
        if !all.iter().any(|(known, _)| known == person) {
            all.push((person.clone(), None));
        }
    }
    all.retain(|(person, _)| employed(person));
    all
}

/// What a new list of invited people means for those on the old one: who comes to it and who leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Change {
    pub(crate) joined: Vec<String>,
    pub(crate) stayed: Vec<String>,
    pub(crate) left: Vec<String>,
}

/// Puts a new list in place of the old one; answers stay with whoever gave them.
pub(crate) fn invite(attendees: &mut Vec<Attendee>, wanted: Vec<(String, Option<Role>)>) -> Change {
    let mut change = Change::default();
    let mut before = std::mem::take(attendees);
    for (person, role) in wanted {
        if let Some(at) = before.iter().position(|a| a.person == person) {
            change.stayed.push(person);
            attendees.push(Attendee { role, ..before.swap_remove(at) });
        } else {
            change.joined.push(person.clone());
            attendees.push(Attendee { person, role, response: Response::None, present: false });
        }
    }
    change.left = before.into_iter().map(|a| a.person).collect();
    change.left.sort();
    change
}

#[cfg(test)]
pub(crate) mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::committee::tests::{committee, member};

    pub(crate) fn meeting() -> Meeting {
        Meeting {
            id: "m".into(),
            committee: "c".into(),
            title: Text::new("March", "اسفند", "مارس"),
            start: date(2026, 3, 10).at(10, 30, 0, 0).in_tz("Asia/Tehran").expect("a zone").timestamp(),
            minutes: 60,
            zone: "Asia/Tehran".into(),
            location: "Room 3".into(),
            guests: vec![],
            state: State::Scheduled,
            attendees: vec![],
            sequence: 0,
            cancel_reason: String::new(),
            open_time: None,
            close_time: None,
            quorum_percent: 51,
            create_time: Timestamp::UNIX_EPOCH,
            revision: 1,
        }
    }

    #[test]
    fn members_come_first_and_nobody_twice() {
        let committee = committee(vec![
            member("b", Role::Member),
            member("a", Role::Chair),
            member("gone", Role::Member),
        ]);
        let people = |p: &[&str]| p.iter().map(|p| (*p).to_owned()).collect::<Vec<_>>();
        let all = invited(&committee, date(2026, 3, 10), &people(&["g", "a"]), &people(&["g", "h"]), |p| {
            p != "gone"
        });
        assert_eq!(
            all,
            [
                ("a".to_owned(), Some(Role::Chair)),
                ("b".to_owned(), Some(Role::Member)),
                ("g".to_owned(), None),
                ("h".to_owned(), None)
            ]
        );
    }

    #[test]
    fn answers_stay_with_whoever_gave_them() {
        let mut attendees = Vec::new();
        let first = invite(&mut attendees, vec![("a".into(), Some(Role::Chair)), ("g".into(), None)]);
        assert_eq!(first.joined, ["a", "g"]);
        attendees[0].response = Response::Accepted;
        let second =
            invite(&mut attendees, vec![("b".into(), Some(Role::Member)), ("a".into(), Some(Role::Member))]);
        assert_eq!(
            (second.joined, second.stayed, second.left),
            (vec!["b".into()], vec!["a".into()], vec!["g".to_owned()])
        );
        assert_eq!((attendees[1].response, attendees[1].role), (Response::Accepted, Some(Role::Member)));
    }

    #[test]
    fn a_meeting_opens_around_its_day_and_ends_once() {
        let mut meeting = meeting();
        let at = |d: Date| d.at(12, 0, 0, 0).in_tz("Asia/Tehran").expect("a zone").timestamp();
        assert!(meeting.open(at(date(2026, 3, 8))).is_err());
        assert!(meeting.close(at(date(2026, 3, 8))).is_err(), "it was never open");
        assert!(meeting.open(at(date(2026, 3, 9))).is_ok() && meeting.open(at(date(2026, 3, 9))).is_ok());
        assert!(meeting.close(at(date(2026, 3, 10))).is_ok() && meeting.close(at(date(2026, 3, 11))).is_ok());
        assert_eq!(meeting.close_time, Some(at(date(2026, 3, 10))));
        assert!(meeting.open(at(date(2026, 3, 11))).is_err() && meeting.must_not_be_over().is_err());
    }

    #[test]
    fn only_members_count_and_only_the_invited_attend() {
        let mut meeting = meeting();
        let wanted =
            [("a", Some(Role::Chair)), ("b", Some(Role::Member)), ("c", Some(Role::Member)), ("g", None)];
        invite(&mut meeting.attendees, wanted.map(|(p, r)| (p.to_owned(), r)).to_vec());
        assert_eq!(meeting.attend(&["a".into(), "x".into()]), ["x"]);
        assert_eq!(meeting.quorum().present, 0, "nothing is written down with a stranger among them");
        assert!(meeting.attend(&["a".into(), "g".into()]).is_empty());
        assert!(meeting.must_have_quorum().is_err(), "one of three, and a guest");
        meeting.attend(&["a".into(), "b".into()]);
        assert!(meeting.must_have_quorum().is_ok());
    }
}
