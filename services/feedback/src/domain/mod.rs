//! Values and rules, pure.

pub mod flood;
pub mod image;
pub mod proposal;
pub mod proposal_comment;
pub mod proposal_words;
pub mod pulse;
pub mod secret;
pub mod tones;

// Proposals are found as the articles of the knowledge base are.
pub use kit::search;
