//! A learner's question to the trainers.

use jiff::Timestamp;

/// Open requests that one person may have.
pub const MAX_OPEN: u64 = 20;

/// A learner's question to the trainers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpRequest {
    /// The id.
    pub id: String,
    /// Who asks.
    pub person: String,
    /// The enrolment it is about.
    pub enrollment: String,
    /// The course it is about.
    pub course: String,
    /// The module it is about; `None` for the course as a whole.
    pub module: Option<String>,
    /// The question.
    pub question: String,
    /// When it was asked.
    pub create_time: Timestamp,
    /// The answer, once there is one.
    pub answer: Option<HelpAnswer>,
}

/// What a trainer answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpAnswer {
    /// The answer.
    pub text: String,
    /// The ids of the articles that it names.
    pub articles: Vec<String>,
    /// Who answered.
    pub answerer: String,
    /// When.
    pub time: Timestamp,
}
