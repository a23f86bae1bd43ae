//! Why identity refuses, as [`proto::identity::v1::IdentityError`] lists it.

use jiff::SignedDuration;
use kit::error::Error;
use proto::identity::v1::IdentityError as Reason;

fn code(reason: Reason) -> &'static str {
    reason.as_str_name().trim_start_matches("IDENTITY_ERROR_")
}

fn refuse(reason: Reason, message: &str) -> Error {
    Error::precondition(code(reason), message)
}

/// Address and password do not match. Which of the two is wrong is not said.
pub(crate) fn wrong_credentials() -> Error {
    Error::unauthenticated(code(Reason::WrongCredentials), "address and password do not match")
}

/// Too many failed attempts.
pub(crate) fn too_many_attempts(wait: SignedDuration) -> Error {
    let seconds = u64::try_from(wait.as_secs()).unwrap_or_default().saturating_add(1);
    Error::exhausted(code(Reason::TooManyAttempts), "too many attempts; wait a little", seconds)
}

/// More passwords wait to be checked than can be in time.
pub(crate) fn busy() -> Error {
    Error::exhausted(code(Reason::Overloaded), "too many people sign in at this moment", 5)
}

/// The session has ended.
pub(crate) fn session_ended() -> Error {
    Error::unauthenticated(code(Reason::SessionEnded), "the session has ended; sign in again")
}

/// The address and the password open several organizations.
pub(crate) fn organization_needed() -> Error {
    refuse(Reason::OrganizationNeeded, "the address opens several organizations; say which")
}

/// The link is unknown, used or too old.
pub(crate) fn link_not_valid() -> Error {
    refuse(Reason::LinkNotValid, "the link is unknown, used or too old")
}

/// The person has no address.
pub(crate) fn no_email() -> Error {
    refuse(Reason::NoEmail, "the person has no email address")
}

/// The person's employment is over.
pub(crate) fn employment_ended() -> Error {
    refuse(Reason::EmploymentEnded, "the person's employment is over")
}

/// Nobody else is administrator.
pub(crate) fn last_admin() -> Error {
    refuse(Reason::LastAdmin, "somebody else must be administrator first")
}

/// The team has members or teams below it.
pub(crate) fn team_not_empty() -> Error {
    refuse(Reason::TeamNotEmpty, "the team has members or teams below it")
}

/// The person's employment has no end.
pub(crate) fn not_ended() -> Error {
    refuse(Reason::NotEnded, "the person's employment has no end")
}
