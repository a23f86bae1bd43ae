//! Proposals, and what can become of them.

use jiff::{Timestamp, civil::Date};
use kit::{error::Error, localize::Language};

pub use super::proposal_words::{Kind, Status, Tone, Topic};
use crate::error::{Reason, Refuse};

/// The longest title, in characters.
pub const TITLE_LENGTH: usize = 200;
/// The longest text, in characters.
pub const BODY_LENGTH: usize = 8_000;
/// The longest answer, in characters.
pub const ANSWER_LENGTH: usize = 2_000;
/// How many tags a proposal has at most.
pub const MAX_TAGS: usize = 10;
/// The longest tag, in characters.
pub const TAG_LENGTH: usize = 40;
/// How many images a proposal has at most.
pub const MAX_ATTACHMENTS: usize = 5;

/// What the writer writes and chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it is.
    pub kind: Kind,
    /// One line.
    pub title: String,
    /// More about it. May be empty.
    pub body: String,
    /// The language that it is written in.
    pub language: Language,
    /// What it is about.
    pub application: String,
    /// The part of it; `None` for the whole.
    pub feature: Option<String>,
    /// What it is about.
    pub topic: Topic,
    /// How the writer feels about it.
    pub tone: Tone,
}

/// Who made a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposer {
    /// The person.
    pub person: String,
    /// The team of the person at that time.
    pub team: Option<String>,
}

/// Something that an employee suggests, reports or asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The id: random, never made of the time.
    pub id: String,
    /// What the writer wrote.
    pub draft: Draft,
    /// Who made it; `None` for an anonymous one.
    pub proposer: Option<Proposer>,
    /// How far it has come.
    pub status: Status,
    /// What was said with the last change of status. May be empty.
    pub answer: String,
    /// The proposal that says the same, when it is a duplicate.
    pub duplicate_of: Option<String>,
    /// What moderators filed it under.
    pub tags: Vec<String>,
    /// How many people voted for it.
    pub votes: u32,
    /// How many comments can be seen.
    pub comments: u32,
    /// Why it is hidden, if it is.
    pub hidden: Option<String>,
    /// Whether no moderator needs to look at it: nothing is reported, or it was looked at since.
    pub reviewed: bool,
    /// The day on which it was made.
    pub day: Date,
    /// Grows with each change.
    pub revision: i64,
}

/// One step in what became of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange {
    /// The status from then on.
    pub status: Status,
    /// What was said with it.
    pub answer: String,
    /// Who changed it.
    pub actor: String,
    /// The resource name of the decision that it came from.
    pub decision: Option<String>,
    /// When.
    pub time: Timestamp,
}

impl Proposal {
    /// A new one. Moderators look at an anonymous one once, since nobody answers for it.
    pub fn new(id: String, draft: Draft, proposer: Option<Proposer>, day: Date) -> Self {
        Self {
            id,
            draft,
            reviewed: proposer.is_some(),
            proposer,
            status: Status::Open,
            answer: String::new(),
            duplicate_of: None,
            tags: Vec::new(),
            votes: 0,
            comments: 0,
            hidden: None,
            day,
            revision: 1,
        }
    }

    /// Whether it was made without a name.
    pub fn is_anonymous(&self) -> bool {
        self.proposer.is_none()
    }

    /// Whether this person made it, in the own name.
    pub fn is_by(&self, person: &str) -> bool {
        self.proposer.as_ref().is_some_and(|p| p.person == person)
    }

    /// Refuses votes and images once votes are over.
    pub fn must_be_votable(&self) -> Result<(), Error> {
        if self.status.is_closed() {
            return Err(Reason::ProposalClosed.refuse("the proposal is closed"));
        }
        Ok(())
    }

    /// Refuses what belongs to the other one, once it was merged.
    pub fn must_not_be_merged(&self) -> Result<(), Error> {
        if self.status == Status::Duplicate {
            return Err(Reason::ProposalMerged.refuse("the proposal was merged into another one"));
        }
        Ok(())
    }

    /// Other words of the writer, while nobody else has said anything to it.
    pub fn edit(&mut self, draft: Draft, others_voted: bool) -> Result<(), Error> {
        if self.status != Status::Open || others_voted || self.comments > 0 {
            return Err(Reason::ProposalAnswered.refuse("others answered to what is written"));
        }
        self.draft = draft;
        self.revision += 1;
        Ok(())
    }

    /// Answers it: another status, or other words with the same one. Whether anything changed.
    pub fn answer(&mut self, status: Status, words: String) -> Result<bool, Error> {
        self.must_not_be_merged()?;
        if self.status == status && self.answer == words {
            return Ok(false);
        }
        (self.status, self.answer) = (status, words);
        self.revision += 1;
        Ok(true)
    }

    /// Says that another one says the same. Whether anything changed.
    pub fn merge_into(&mut self, other: &Self) -> Result<bool, Error> {
        if self.duplicate_of.as_deref() == Some(other.id.as_str()) {
            return Ok(false);
        }
        self.must_not_be_merged()?;
        other.must_not_be_merged()?;
        self.status = Status::Duplicate;
        self.duplicate_of = Some(other.id.clone());
        self.answer = String::new();
        self.votes = 0;
        self.revision += 1;
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn proposal(id: &str) -> Proposal {
        let draft = Draft {
            kind: Kind::Idea,
            title: "A".into(),
            body: String::new(),
            language: Language::En,
            application: "crm".into(),
            feature: None,
            topic: Topic::Speed,
            tone: Tone::Neutral,
        };
        let proposer = Proposer { person: "sara".into(), team: None };
        Proposal::new(id.into(), draft, Some(proposer), date(2026, 3, 2))
    }

    #[expect(clippy::needless_pass_by_value, reason = "a test asks once")]
    fn refused<T>(result: Result<T, Error>) -> bool {
        result.is_err()
    }

    #[test]
    fn words_stand_once_somebody_else_spoke() {
        let mut p = proposal("a");
        let other = Draft { title: "B".into(), ..p.draft.clone() };
        assert!(refused(p.edit(other.clone(), true)));
        p.comments = 1;
        assert!(refused(p.edit(other.clone(), false)));
        p.comments = 0;
        p.edit(other.clone(), false).unwrap();
        assert_eq!((p.draft.title.as_str(), p.revision), ("B", 2));
        p.answer(Status::Planned, String::new()).unwrap();
        assert!(refused(p.edit(other, false)));
    }

    #[test]
    fn an_anonymous_one_waits_for_a_look() {
        let named = proposal("a");
        assert!(named.reviewed && named.is_by("sara") && !named.is_by("omid"));
        let anonymous = Proposal::new("b".into(), named.draft, None, named.day);
        assert!(!anonymous.reviewed && anonymous.is_anonymous() && !anonymous.is_by(""));
    }

    #[test]
    fn one_merges_once_and_never_into_a_duplicate() {
        let (mut a, mut b, c) = (proposal("a"), proposal("b"), proposal("c"));
        assert!(a.merge_into(&b).unwrap());
        assert!(!a.merge_into(&b).unwrap(), "again changes nothing");
        assert!(refused(a.merge_into(&c)), "but elsewhere it is refused");
        assert!(refused(b.merge_into(&a)), "and the other way it would go round");
        assert!(refused(a.answer(Status::Open, String::new())));
        assert!(refused(a.must_be_votable()));
    }

    proptest! {
        #[test]
        fn whatever_is_answered_only_a_merge_makes_a_duplicate(steps in proptest::collection::vec(0_usize..5, 0..12)) {
            let mut p = proposal("a");
            for step in steps {
                let (before, status) = (p.clone(), Status::ALL[step]);
                let changed = p.answer(status, String::new()).unwrap();
                prop_assert_eq!(changed, p != before);
                prop_assert_eq!(p.revision - before.revision, i64::from(changed));
                prop_assert_eq!(p.status, status);
                prop_assert_eq!(refused(p.must_be_votable()), matches!(status, Status::Completed | Status::Declined));
                prop_assert!(p.duplicate_of.is_none());
            }
        }
    }
}
