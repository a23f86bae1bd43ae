//! The real binary on a workbench: started, asked, killed and measured from outside, as its users meet it.
//!
//! | to see | look in |
//! |---|---|
//! | everything that an installation keeps, in a folder or a database of its own, and commands run on it | [`home`] |
//! | a server that runs, stops, or is killed | [`server`] |
//! | what stands in its tables | [`tables`] |
//! | calls by gRPC and by HTTP | [`calls`], [`http`] |
//! | a made-up directory and its usage, as files | [`world`] |
//!
//! Only tests and benchmarks use it. They have nothing better to do than to panic, so this does.

#![expect(clippy::missing_panics_doc, reason = "see above")]

pub mod calls;
mod database;
pub mod home;
pub mod http;
pub mod server;
pub mod tables;
pub mod world;

pub use self::{home::Home, server::Server, world::World};
