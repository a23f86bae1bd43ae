//! Values and rules, pure.

pub(crate) mod agenda;
pub(crate) mod calendar;
pub(crate) mod committee;
pub(crate) mod effect;
pub mod flood;
pub mod image;
pub(crate) mod invitation;
pub use kit::search;
pub(crate) mod meeting;
pub(crate) mod minutes;
pub(crate) mod outcome;
pub(crate) mod poll;
pub mod proposal;
pub mod proposal_comment;
pub mod proposal_words;
pub mod pulse;
pub(crate) mod quorum;
pub mod secret;
pub mod tones;
pub(crate) mod word;
