//! Posts and answers among champions.

use jiff::Timestamp;
use kit::localize::Language;

/// Posts and answers of one champion on one day at most.
pub const MAX_A_DAY: u64 = 50;
/// Answers to one post at most.
pub const MAX_ANSWERS: u32 = 200;
/// Characters of a title at most.
pub const MAX_TITLE: usize = 120;
/// Characters of a text at most.
pub const MAX_TEXT: usize = 5_000;

/// A tip or a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Post {
    /// The id.
    pub id: String,
    /// One line.
    pub title: String,
    /// The rest.
    pub text: String,
    /// The language it is written in.
    pub language: Language,
    /// Who wrote it.
    pub author: String,
    /// How many answers.
    pub answer_count: u32,
    /// Whether a moderator hid it.
    pub hidden: bool,
    /// When it was written.
    pub create_time: Timestamp,
}

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The id.
    pub id: String,
    /// The post.
    pub post: String,
    /// The answer.
    pub text: String,
    /// Who wrote it.
    pub author: String,
    /// How many thanked for it.
    pub thanks: u32,
    /// The article that it became.
    pub article: Option<String>,
    /// Whether a moderator hid it.
    pub hidden: bool,
    /// When it was written.
    pub create_time: Timestamp,
}

/// What a moderator is asked to look at: a post, or one of its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The post.
    pub post: String,
    /// The answer; `None`: the post itself.
    pub answer: Option<String>,
}

/// What was reported, with the reasons of those who did.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What.
    pub subject: Subject,
    /// Why.
    pub reasons: Vec<String>,
    /// When it was reported first.
    pub create_time: Timestamp,
}

/// Thanks from somebody whom a champion helped.
#[derive(Debug, Clone, PartialEq)]
pub struct Thanks {
    /// The id.
    pub id: String,
    /// The term.
    pub champion: String,
    /// The champion.
    pub champion_person: String,
    /// Who thanks.
    pub person: String,
    /// For what.
    pub text: String,
    /// When.
    pub create_time: Timestamp,
}
