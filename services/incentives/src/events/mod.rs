//! What is told.

pub(crate) mod published;
