//! The words that a writer and a moderator choose among.

/// What a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Something that could be better.
    Idea,
    /// Something that does not work.
    Problem,
    /// Something that one wants to know.
    Question,
}

/// How far a proposal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Nobody has answered it.
    Open,
    /// It will be done.
    Planned,
    /// It is being done.
    Started,
    /// It is done, or answered.
    Completed,
    /// It will not be done.
    Declined,
    /// Another proposal says the same.
    Duplicate,
}

/// How the writer feels about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tone {
    /// Pleased.
    Positive,
    /// Neither nor.
    Neutral,
    /// Displeased.
    Negative,
}

/// What a proposal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// How easy it is to use.
    EaseOfUse,
    /// How fast it is.
    Speed,
    /// Errors and outages.
    Reliability,
    /// What it can do and cannot.
    Function,
    /// The data in it.
    Data,
    /// Learning it, and help with it.
    Learning,
    /// What it adds to the day's work.
    Workload,
    /// What it is good for.
    Purpose,
    /// Something else.
    Other,
}

/// Words that have a number in the contract and in rows, the same in both.
macro_rules! numbered {
    ($($name:ident { $($value:ident = $number:literal / $word:literal),+ $(,)? })+) => {$(
        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];
            /// What programs call them, for messages.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The number in the contract and in rows.
            pub fn number(self) -> i32 {
                match self { $(Self::$value => $number),+ }
            }

            /// The one with this number; `None` for a number that is not set or not known.
            pub fn from_number(number: i32) -> Option<Self> {
                match number { $($number => Some(Self::$value),)+ _ => None }
            }
        }
    )+};
}

numbered! {
    Kind { Idea = 1 / "IDEA", Problem = 2 / "PROBLEM", Question = 3 / "QUESTION" }
    Status {
        Open = 1 / "OPEN", Planned = 2 / "PLANNED", Started = 3 / "STARTED", Completed = 4 / "COMPLETED",
        Declined = 5 / "DECLINED", Duplicate = 6 / "DUPLICATE",
    }
    Tone { Positive = 1 / "POSITIVE", Neutral = 2 / "NEUTRAL", Negative = 3 / "NEGATIVE" }
    Topic {
        EaseOfUse = 1 / "EASE_OF_USE", Speed = 2 / "SPEED", Reliability = 3 / "RELIABILITY", Function = 4 / "FUNCTION",
        Data = 5 / "DATA", Learning = 6 / "LEARNING", Workload = 7 / "WORKLOAD", Purpose = 8 / "PURPOSE",
        Other = 9 / "OTHER",
    }
}

impl Status {
    /// Whether votes are over.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Completed | Self::Declined | Self::Duplicate)
    }

    /// Whether it must be said why.
    pub fn needs_answer(self) -> bool {
        matches!(self, Self::Completed | Self::Declined)
    }
}

#[cfg(test)]
mod tests {
    use proto::feedback::v1 as pb;

    use super::*;

    #[test]
    fn numbers_are_those_of_the_contract() {
        let named = |prefix: &str, name: &str| name.strip_prefix(prefix).unwrap().to_owned();
        for (i, kind) in Kind::ALL.iter().enumerate() {
            let name = pb::ProposalKind::try_from(kind.number()).unwrap().as_str_name();
            assert_eq!(named("PROPOSAL_KIND_", name), Kind::WORDS[i]);
        }
        for (i, status) in Status::ALL.iter().enumerate() {
            let name = pb::ProposalStatus::try_from(status.number()).unwrap().as_str_name();
            assert_eq!(named("PROPOSAL_STATUS_", name), Status::WORDS[i]);
        }
        for (i, tone) in Tone::ALL.iter().enumerate() {
            let name = pb::Tone::try_from(tone.number()).unwrap().as_str_name();
            assert_eq!(named("TONE_", name), Tone::WORDS[i]);
        }
        for (i, topic) in Topic::ALL.iter().enumerate() {
            let name = pb::ProposalTopic::try_from(topic.number()).unwrap().as_str_name();
            assert_eq!(named("PROPOSAL_TOPIC_", name), Topic::WORDS[i]);
        }
        assert_eq!((Kind::from_number(0), Topic::from_number(10)), (None, None));
    }
}
