//! A learner's request for help that went to the champions of the team.

use jiff::Timestamp;
use kit::localize::Text;

/// A request for help, under the id that training gave it.
#[derive(Debug, Clone, PartialEq)]
pub struct ForwardedHelp {
    /// The id.
    pub id: String,
    /// The team of whoever asks.
    pub team: String,
    /// Who asks.
    pub person: String,
    /// The course.
    pub course_title: Text,
    /// The question.
    pub question: String,
    /// The answer; empty while it waits.
    pub answer: String,
    /// The champion who answered; `None` when a trainer did, or nobody.
    pub answerer: Option<String>,
    /// When it was asked.
    pub create_time: Timestamp,
    /// When it was answered.
    pub answer_time: Option<Timestamp>,
}
