//! The rows. They never leave `store`.
#![allow(unreachable_pub, reason = "what sea_orm derives beside a row is `pub`, so the row has to be")]

pub(super) mod attachment;
pub(super) mod delivery;
pub(super) mod notification;
pub(super) mod preference;
