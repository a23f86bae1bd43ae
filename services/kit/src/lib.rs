//! The plumbing that every service shares, in modules named after what they hold.
//!
//! | to | use |
//! |---|---|
//! | tell the time, make ids | [`clock`], [`id`] |
//! | keep data | [`db`], [`directory`] (a replica of people and teams), [`request_id`] |
//! | tell others | [`outbox`] → [`bus`] |
//! | ask others | [`client`] |
//! | know who calls, and from where | [`auth`], [`network`] |
//! | read and write the contract | [`contract`] |
//! | refuse bad input | [`violation`], [`error`], [`name`], [`page`], [`mask`] |
//! | speak three languages | [`localize`], [`calendar`], [`digits`], [`text`] |
//! | find texts by their words | [`search`] |
//! | count working days | [`workdays`] |
//! | publish figures of teams | [`privacy`] |
//! | read files | [`imports`] |
//! | tell people what is held about them | [`held`] |
//! | be run | [`module`], [`runtime`], [`config`] |

pub mod auth;
pub mod bus;
pub mod calendar;
pub mod client;
pub mod clock;
pub mod config;
pub mod contract;
pub mod db;
pub mod digits;
pub mod directory;
pub mod error;
pub mod held;
mod housekeeping;
pub mod id;
pub mod imports;
pub mod localize;
pub mod mask;
mod migration;
pub mod module;
pub mod name;
pub mod network;
pub mod outbox;
pub mod page;
pub mod privacy;
pub mod request_id;
pub mod runtime;
pub mod search;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod text;
pub mod violation;
pub mod workdays;
