//! The gRPC services: each folder is one, each file one RPC.

pub(crate) mod assignments;
mod certificates;
pub(crate) mod convert;
mod courses;
mod curricula;
mod enrollments;
mod evidence;
mod help;
