//! Whole-system tests: the real binary, and all services together.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed, and says what it saw"
)]

mod support;

mod access;
mod anonymity;
mod cheats;
mod demo;
mod held;
mod import;
mod kill;
mod plays;
mod proxies;
mod reasons;
mod twins;

/// The real binary.
const BINARY: &str = env!("CARGO_BIN_EXE_hamgam");
