//! What is done from time to time.

pub(crate) mod measure;
