//! The contract in Rust: everything here is generated from `proto/` at build time, without protoc.
//!
//! `proto::<service>::v1` holds the messages, clients and servers of a service, [`access`] the table that says who
//! may call which method, and [`FILE_DESCRIPTOR_SET`] the descriptors, comments included.
#![allow(clippy::all, clippy::pedantic, missing_docs, rustdoc::all, reason = "generated code")]

mod generated {
    include!(concat!(env!("OUT_DIR"), "/modules.rs"));
}

pub use generated::hamgam::*;

/// The encoded `FileDescriptorSet` of the whole contract.
pub static FILE_DESCRIPTOR_SET: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/descriptors.bin"));

/// Who may call which method, read from the `(hamgam.access.v1.access)` options.
pub mod rules {
    use super::access::v1::Role;

    /// The access rule of one method.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Rule {
        /// Anybody, without signing in.
        Public,
        /// Only other Hamgam services.
        Service,
        /// Callers with at least one of these roles.
        Roles(&'static [Role]),
    }

    /// The rule of a method by its path, `/package.Service/Method`; `None` for a method that is not in the contract.
    pub fn of(path: &str) -> Option<Rule> {
        find(path).map(|(_, rule, _)| *rule)
    }

    /// Whether the client of a method sends a stream, which may take as long as it takes.
    pub fn takes_stream(path: &str) -> bool {
        find(path).is_some_and(|(_, _, streaming)| *streaming)
    }

    fn find(path: &str) -> Option<&'static (&'static str, Rule, bool)> {
        METHODS.binary_search_by(|(p, _, _)| (*p).cmp(path)).ok().map(|i| &METHODS[i])
    }

    include!(concat!(env!("OUT_DIR"), "/access.rs"));
}
