//! Values and rules, pure.

pub mod flood;
pub mod image;
pub mod proposal;
pub mod proposal_comment;
pub mod proposal_words;
pub mod pulse;
pub mod search;
pub mod search_words;
pub mod secret;
pub mod tones;
