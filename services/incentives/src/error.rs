//! Why this service refuses something that was well formed.

use kit::error::Error;
pub(crate) use proto::incentives::v1::IncentivesReason as Reason;

/// Says no with a reason of the contract.
pub(crate) trait Refuse {
    /// The error with this reason; `message` is for logs and developers.
    fn refuse(self, message: impl Into<String>) -> Error;
    /// The same for what is too much at once; it makes sense to try again after so many seconds.
    fn refuse_for(self, seconds: u64, message: impl Into<String>) -> Error;
}

impl Refuse for Reason {
    fn refuse(self, message: impl Into<String>) -> Error {
        Error::precondition(code(self), message)
    }

    fn refuse_for(self, seconds: u64, message: impl Into<String>) -> Error {
        Error::exhausted(code(self), message, seconds)
    }
}

fn code(reason: Reason) -> &'static str {
    reason.as_str_name().trim_start_matches("INCENTIVES_REASON_")
}
