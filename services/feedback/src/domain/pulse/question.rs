//! The questions of a pulse.

use kit::localize::Text;
use serde::{Deserialize, Serialize};

/// The lowest score.
pub const LOWEST: i32 = 1;
/// The highest score.
pub const HIGHEST: i32 = 5;

/// What a question is about, and so how it is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Whether people know what is coming and why.
    Awareness,
    /// Whether people want to take part.
    Willingness,
    /// Whether people know how.
    Knowledge,
    /// Whether people can do it in daily work.
    Ability,
    /// Whether what keeps it going is there.
    Reinforcement,
    /// An own question, answered with a score.
    Scale,
    /// An own question with one answer of several.
    Choice,
    /// An own question answered in words.
    Text,
}

impl Kind {
    /// Whether it is answered from [`LOWEST`] to [`HIGHEST`].
    pub fn has_score(self) -> bool {
        !matches!(self, Self::Choice | Self::Text)
    }

    /// Whether its words are the organization's own.
    pub fn is_own(self) -> bool {
        matches!(self, Self::Scale | Self::Choice | Self::Text)
    }

    /// The usual words of a question that is not the organization's own; empty for those that are.
    pub fn usual_words(self) -> Text {
        let (en, fa, ar) = match self {
            Self::Awareness => (
                "I know what is changing and why.",
                "می‌دانم چه چیزی و چرا تغییر می‌کند.",
                "أعرف ما الذي يتغيّر ولماذا.",
            ),
            Self::Willingness => ("I want to work with it.", "می‌خواهم با آن کار کنم.", "أريد أن أعمل به."),
            Self::Knowledge => (
                "I know how to do my tasks with it.",
                "می‌دانم کارهایم را چگونه با آن انجام دهم.",
                "أعرف كيف أنجز مهامي به.",
            ),
            Self::Ability => (
                "In a normal working day I manage to do my tasks with it.",
                "در یک روز کاری معمولی از پسِ کارهایم با آن برمی‌آیم.",
                "أتمكّن من إنجاز مهامي به في يوم عمل عادي.",
            ),
            Self::Reinforcement => (
                "People around me see and value it when I work with it.",
                "وقتی با آن کار می‌کنم، اطرافیانم می‌بینند و قدر می‌دانند.",
                "من حولي يلاحظون عملي به ويقدّرونه.",
            ),
            Self::Scale | Self::Choice | Self::Text => ("", "", ""),
        };
        Text { en: en.into(), fa: fa.into(), ar: ar.into() }
    }
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Names it in answers.
    pub id: String,
    /// What it is about.
    pub kind: Kind,
    /// Its words.
    pub text: Text,
    /// Answers to choose from.
    pub choices: Vec<Text>,
    /// Whether it must be answered.
    pub required: bool,
}
