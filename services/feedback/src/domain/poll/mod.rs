//! A vote in a meeting: what it asks, what people say, and how it is counted.

mod count;

use std::collections::BTreeSet;

use jiff::Timestamp;
use kit::localize::Text;
use serde::{Deserialize, Serialize};

pub(crate) use count::{Round, Tally, Verdict, count};

use super::word::words;

/// Options of a poll.
pub(crate) const MAX_OPTIONS: usize = 10;
/// Dots that everybody gives.
pub(crate) const MAX_DOTS: u32 = 20;
/// Dots as long as nobody chose another number.
pub(crate) const USUAL_DOTS: u32 = 3;
/// Polls of a meeting.
pub(crate) const MAX_POLLS: usize = 40;

words! {
    /// How a poll asks, and how it is counted.
    pub(crate) enum Method {
        ShowOfHands = "show_of_hands",
        Consent = "consent",
        Dots = "dots",
        Ranked = "ranked",
    }
}

impl Method {
    /// Whether there is something to choose from.
    pub(crate) fn has_options(self) -> bool {
        matches!(self, Self::Dots | Self::Ranked)
    }
}

/// A show of hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Hand {
    For,
    Against,
    Abstain,
}

/// A stance on what seeks consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Consent {
    Given,
    Object,
    StandAside,
}

/// What a person says. Options are named by their place, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Choice {
    Hand(Hand),
    Consent(Consent),
    /// Options with their dots.
    Dots(Vec<(usize, u32)>),
    /// Options, the best first.
    Ranking(Vec<usize>),
}

/// What a person said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stance {
    pub(crate) person: String,
    pub(crate) choice: Choice,
    pub(crate) reason: String,
    pub(crate) time: Timestamp,
}

/// A vote in a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Poll {
    pub(crate) id: String,
    pub(crate) meeting: String,
    pub(crate) agenda_item: Option<String>,
    pub(crate) question: Text,
    pub(crate) method: Method,
    pub(crate) options: Vec<Text>,
    /// Only for [`Method::Dots`]; 0 otherwise.
    pub(crate) dots: u32,
    pub(crate) stances: Vec<Stance>,
    pub(crate) create_time: Timestamp,
    pub(crate) close_time: Option<Timestamp>,
    /// How many stances it needs to decide, fixed when it is closed.
    pub(crate) needed: u32,
}

impl Poll {
    /// Whether it is over.
    pub(crate) fn is_closed(&self) -> bool {
        self.close_time.is_some()
    }

    /// How it stands. The verdict is that of a poll that would be closed now.
    pub(crate) fn tally(&self) -> Tally {
        let choices: Vec<&Choice> = self.stances.iter().map(|s| &s.choice).collect();
        count(self.method, self.options.len(), &choices, self.needed)
    }

    /// Whether a decision can rest on it. One that was turned down carries only what turns down.
    pub(crate) fn carries(&self, declines_only: bool) -> bool {
        self.is_closed()
            && match self.tally().verdict {
                Verdict::Passed => true,
                Verdict::Failed => declines_only,
                Verdict::Tied | Verdict::NoQuorum => false,
            }
    }
}

/// What is wrong with a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// It is of another method.
    OtherMethod,
    /// An option that does not exist.
    UnknownOption,
    /// An option twice.
    OptionTwice,
    /// Not as many dots as the poll gives.
    WrongDots,
    /// Nothing is ranked.
    Empty,
    /// An objection without a reason.
    NoReason,
}

/// Checks a choice against its poll.
pub(crate) fn check(poll: &Poll, choice: &Choice, reason: &str) -> Result<(), Flaw> {
    let known = |options: &mut dyn Iterator<Item = usize>| {
        let mut seen = BTreeSet::new();
        for option in options {
            if option >= poll.options.len() {
                return Err(Flaw::UnknownOption);
            }
            if !seen.insert(option) {
                return Err(Flaw::OptionTwice);
            }
        }
        Ok(())
    };
    match (poll.method, choice) {
        (Method::Consent, Choice::Consent(Consent::Object)) if reason.is_empty() => Err(Flaw::NoReason),
        (Method::ShowOfHands, Choice::Hand(_)) | (Method::Consent, Choice::Consent(_)) => Ok(()),
        (Method::Dots, Choice::Dots(dots)) => {
            known(&mut dots.iter().map(|(option, _)| *option))?;
            let given = dots.iter().fold(0_u32, |all, (_, n)| all.saturating_add(*n));
            if given == poll.dots && dots.iter().all(|(_, n)| *n > 0) { Ok(()) } else { Err(Flaw::WrongDots) }
        }
        (Method::Ranked, Choice::Ranking(ranking)) if ranking.is_empty() => Err(Flaw::Empty),
        (Method::Ranked, Choice::Ranking(ranking)) => known(&mut ranking.iter().copied()),
        _ => Err(Flaw::OtherMethod),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn poll(method: Method) -> Poll {
        Poll {
            id: "p".into(),
            meeting: "m".into(),
            agenda_item: None,
            question: Text::new("Shorten the form?", "", ""),
            method,
            options: if method.has_options() { vec![Text::default(); 3] } else { vec![] },
            dots: if method == Method::Dots { 3 } else { 0 },
            stances: vec![],
            create_time: Timestamp::UNIX_EPOCH,
            close_time: None,
            needed: 1,
        }
    }

    #[test]
    fn a_choice_has_to_fit_its_poll() {
        use Choice::{Dots, Ranking};
        let dots = poll(Method::Dots);
        assert_eq!(check(&dots, &Dots(vec![(0, 2), (2, 1)]), ""), Ok(()));
        assert_eq!(check(&dots, &Dots(vec![(0, 2)]), ""), Err(Flaw::WrongDots));
        assert_eq!(check(&dots, &Dots(vec![(0, 4)]), ""), Err(Flaw::WrongDots));
        assert_eq!(check(&dots, &Dots(vec![(0, 3), (1, 0)]), ""), Err(Flaw::WrongDots));
        assert_eq!(check(&dots, &Dots(vec![(0, 1), (0, 2)]), ""), Err(Flaw::OptionTwice));
        assert_eq!(check(&dots, &Dots(vec![(3, 3)]), ""), Err(Flaw::UnknownOption));
        assert_eq!(check(&dots, &Dots(vec![(0, u32::MAX), (1, 4)]), ""), Err(Flaw::WrongDots));
        let ranked = poll(Method::Ranked);
        assert_eq!(check(&ranked, &Ranking(vec![2, 0]), ""), Ok(()));
        assert_eq!(check(&ranked, &Ranking(vec![]), ""), Err(Flaw::Empty));
        assert_eq!(check(&ranked, &Ranking(vec![1, 1]), ""), Err(Flaw::OptionTwice));
        assert_eq!(check(&ranked, &Choice::Hand(Hand::For), ""), Err(Flaw::OtherMethod));
    }

    #[test]
    fn an_objection_has_a_reason() {
        let consent = poll(Method::Consent);
        assert_eq!(check(&consent, &Choice::Consent(Consent::Object), ""), Err(Flaw::NoReason));
        assert_eq!(check(&consent, &Choice::Consent(Consent::Object), "the old form is law"), Ok(()));
        assert_eq!(check(&consent, &Choice::Consent(Consent::Given), ""), Ok(()));
    }

    #[test]
    fn a_decision_rests_on_what_was_decided() {
        let mut poll = poll(Method::ShowOfHands);
        let stance = |hand| Stance {
            person: "a".into(),
            choice: Choice::Hand(hand),
            reason: String::new(),
            time: Timestamp::UNIX_EPOCH,
        };
        poll.stances = vec![stance(Hand::For)];
        assert!(!poll.carries(false), "it is open");
        poll.close_time = Some(Timestamp::UNIX_EPOCH);
        assert!(poll.carries(false));
        poll.stances = vec![stance(Hand::Against)];
        assert!(!poll.carries(false) && poll.carries(true), "what was turned down can only be turned down");
        poll.needed = 2;
        assert!(!poll.carries(true), "too few took a stance");
    }
}
