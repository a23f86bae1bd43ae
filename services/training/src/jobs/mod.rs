//! What this service does from time to time.

pub(crate) mod enroll;
pub(crate) mod recertify;
pub(crate) mod remind;
