//! A nomination: nobody becomes a champion without an own yes and the manager's.

use jiff::{Timestamp, ToSpan};
use kit::error::Error;

use crate::error::{Reason, Refuse};

/// Open nominations that one person may have made.
pub const MAX_OPEN: u64 = 10;
/// Hours for which a decline stands: 90 days.
const DECLINE_HOURS: i64 = 90 * 24;

/// Who nominated, seen from the nominee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The person itself.
    Own,
    /// A colleague.
    Colleague,
    /// The manager.
    Manager,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The nominee is asked.
    Proposed,
    /// The manager is asked.
    AwaitingConsent,
    /// Both said yes.
    Consented,
    /// The manager said no.
    Declined,
    /// It was taken back.
    Withdrawn,
    /// The nominee is a champion.
    Appointed,
}

impl State {
    /// Those that still can lead to an appointment.
    pub const OPEN: [Self; 3] = [Self::Proposed, Self::AwaitingConsent, Self::Consented];

    /// Whether it still can lead to an appointment.
    pub fn is_open(self) -> bool {
        Self::OPEN.contains(&self)
    }
}

/// Somebody who could be a champion.
#[derive(Debug, Clone, PartialEq)]
pub struct Nomination {
    /// The id.
    pub id: String,
    /// The programme.
    pub programme: String,
    /// Who is nominated.
    pub nominee: String,
    /// Who nominated.
    pub nominator: String,
    /// The manager who is asked; `None`: HR decides.
    pub manager: Option<String>,
    /// Who nominated, seen from the nominee.
    pub kind: Kind,
    /// How far it is.
    pub state: State,
    /// Why this person.
    pub reason: String,
    /// Why the manager declined.
    pub decline_reason: String,
    /// Whether training was asked to enrol the nominee, where there is anything to learn.
    pub enrolled: bool,
    /// When it was made.
    pub create_time: Timestamp,
    /// When the manager was asked.
    pub ask_time: Option<Timestamp>,
    /// When it was decided.
    pub decide_time: Option<Timestamp>,
}

impl Nomination {
    /// A nomination of somebody by somebody, who may be the nominee or the nominee's manager.
    pub fn new(
        id: String,
        programme: String,
        (nominee, manager): (String, Option<String>),
        nominator: String,
        reason: String,
        now: Timestamp,
    ) -> Self {
        let kind = if nominee == nominator {
            Kind::Own
        } else if manager.as_ref() == Some(&nominator) {
            Kind::Manager
        } else {
            Kind::Colleague
        };
        let own = kind == Kind::Own;
        Self {
            id,
            programme,
            nominee,
            nominator,
            manager,
            kind,
            state: if own { State::AwaitingConsent } else { State::Proposed },
            reason,
            decline_reason: String::new(),
            enrolled: false,
            create_time: now,
            ask_time: own.then_some(now),
            decide_time: None,
        }
    }

    /// The nominee says yes. Answers whether anything changed.
    pub fn accept(&mut self, now: Timestamp) -> Result<bool, Error> {
        match self.state {
            State::Proposed if self.kind == Kind::Manager => {
                self.state = State::Consented;
                self.decide_time = Some(now);
                Ok(true)
            }
            State::Proposed => {
                self.state = State::AwaitingConsent;
                self.ask_time = Some(now);
                Ok(true)
            }
            State::AwaitingConsent | State::Consented | State::Appointed => Ok(false),
            State::Declined | State::Withdrawn => Err(closed()),
        }
    }

    /// The manager consents, or declines for a reason. It is asked once. Answers whether anything changed.
    pub fn decide(&mut self, consent: bool, decline_reason: String, now: Timestamp) -> Result<bool, Error> {
        match (self.state, consent) {
            (State::AwaitingConsent, _) => {
                self.state = if consent { State::Consented } else { State::Declined };
                self.decline_reason = decline_reason;
                self.decide_time = Some(now);
                Ok(true)
            }
            (State::Consented | State::Appointed, true) | (State::Declined, false) => Ok(false),
            _ => Err(closed()),
        }
    }

    /// Takes it back. Answers whether anything changed.
    pub fn withdraw(&mut self, now: Timestamp) -> Result<bool, Error> {
        match self.state {
            State::Withdrawn => Ok(false),
            state if state.is_open() => {
                self.state = State::Withdrawn;
                self.decide_time = Some(now);
                Ok(true)
            }
            _ => Err(closed()),
        }
    }

    /// Whether the manager's no still stands.
    pub fn is_declined_at(&self, now: Timestamp) -> bool {
        self.state == State::Declined
            && self
                .decide_time
                .is_some_and(|t| t.checked_add(DECLINE_HOURS.hours()).is_ok_and(|until| now < until))
    }

    /// Whether it concerns a person: as the nominee, whoever nominated, or the manager once asked.
    pub fn concerns(&self, person: &str) -> bool {
        self.nominee == person || self.nominator == person || self.is_asked(person)
    }

    /// Whether the person is the manager, and was asked.
    pub fn is_asked(&self, person: &str) -> bool {
        self.ask_time.is_some() && self.manager.as_deref() == Some(person)
    }
}

fn closed() -> Error {
    Reason::NominationClosed.refuse("the nomination was decided or taken back")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nominated(nominator: &str) -> Nomination {
        let of = ("sara".to_owned(), Some("boss".to_owned()));
        Nomination::new("n".into(), "p".into(), of, nominator.into(), "kind".into(), Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_colleague_asks_the_nominee_then_the_manager() {
        let now = Timestamp::UNIX_EPOCH;
        let mut n = nominated("ali");
        assert_eq!((n.kind, n.state), (Kind::Colleague, State::Proposed));
        assert!(n.decide(true, String::new(), now).is_err(), "the nominee has not said yes");
        assert!(!n.is_asked("boss"));
        assert!(n.accept(now).unwrap() && !n.accept(now).unwrap());
        assert_eq!(n.state, State::AwaitingConsent);
        assert!(n.decide(true, String::new(), now).unwrap());
        assert!(!n.decide(true, String::new(), now).unwrap(), "the same again changes nothing");
        assert!(n.decide(false, "no".into(), now).is_err(), "it is asked once");
    }

    #[test]
    fn oneself_goes_to_the_manager_and_the_manager_to_the_nominee() {
        let now = Timestamp::UNIX_EPOCH;
        assert_eq!(nominated("sara").state, State::AwaitingConsent);
        let mut n = nominated("boss");
        assert_eq!((n.kind, n.state), (Kind::Manager, State::Proposed));
        n.accept(now).unwrap();
        assert_eq!(n.state, State::Consented);
    }

    #[test]
    fn a_no_stands_for_ninety_days() {
        let now = Timestamp::UNIX_EPOCH;
        let mut n = nominated("sara");
        n.decide(false, "no time".into(), now).unwrap();
        let later = |days: i64| now.checked_add((days * 24).hours()).unwrap();
        assert!(n.is_declined_at(later(89)) && !n.is_declined_at(later(90)));
        assert!(n.withdraw(now).is_err() && n.accept(now).is_err());
    }
}
