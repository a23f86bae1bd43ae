//! What champions are looked for.

use jiff::Timestamp;
use kit::localize::Text;

/// Days of a term unless a programme says otherwise.
pub const TERM_DAYS: i32 = 365;
/// The longest term.
pub const LONGEST_TERM_DAYS: i32 = 1_095;

/// What champions are looked for: an application, or anything with a title.
#[derive(Debug, Clone, PartialEq)]
pub struct Programme {
    /// The id.
    pub id: String,
    /// The title.
    pub title: Text,
    /// What a champion does in it.
    pub description: Text,
    /// The application it is about.
    pub application: Option<String>,
    /// What a champion learns first.
    pub curriculum: Option<String>,
    /// Days that a term lasts.
    pub term_days: i32,
    /// Whether it takes no nominations any more.
    pub archived: bool,
    /// Grows with each save.
    pub revision: i64,
    /// When it was created.
    pub create_time: Timestamp,
}
