//! Names of other resources inside a request, and revisions that a caller saw.

use kit::{
    auth::Caller,
    error::Error,
    name::ResourceName,
    violation::{Rule, Violations},
};

use crate::convert::etag;

/// Reads the name of another resource. A malformed one is a violation of `field`; one of another organization does not
/// exist. `None` for an empty text too.
pub(super) fn name<N: ResourceName>(
    who: &Caller,
    violations: &mut Violations,
    field: &str,
    text: &str,
) -> Option<N> {
    if text.is_empty() {
        return None;
    }
    match text.parse::<N>() {
        Ok(name) if name.organization() == who.organization() => Some(name),
        Ok(_) => {
            violations.add(field, text, Rule::NotFound);
            None
        }
        Err(_) => {
            violations.add(field, text, Rule::NotAName { pattern: N::PATTERN });
            None
        }
    }
}

/// Refuses an update of something that somebody else changed since the caller read it.
pub(super) fn check_etag(told: &str, revision: i64, resource: &str) -> Result<(), Error> {
    if told.is_empty() || told == etag(revision) { Ok(()) } else { Err(Error::changed(resource)) }
}

/// The `request_id` is at most 64 characters.
pub(super) fn check_request_id(violations: &mut Violations, request_id: &str) {
    violations.length("request_id", request_id, 0..=64);
}
