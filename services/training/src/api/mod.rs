//! The gRPC services: each folder is one, each file one RPC.

mod articles;
pub(crate) mod assignments;
mod certificates;
mod completion;
pub(crate) mod convert;
mod courses;
mod curricula;
mod enrollments;
mod evidence;
mod held;
mod help;
