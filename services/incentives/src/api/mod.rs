//! The gRPC services: each folder is one, each file one RPC.

mod awards;
mod budgets;
mod challenges;
pub(crate) mod convert;
mod held;
mod recognition;
mod rewards;
mod scope;
