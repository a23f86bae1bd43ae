//! Why this service refuses something that was well formed.

use kit::error::Error;
pub(crate) use proto::incentives::v1::IncentivesReason as Reason;

/// Says no with a reason of the contract.
pub(crate) trait Refuse {
    /// The error with this reason; `message` is for logs and developers.
    fn refuse(self, message: impl Into<String>) -> Error;
}

impl Refuse for Reason {
    fn refuse(self, message: impl Into<String>) -> Error {
        Error::precondition(self.as_str_name().trim_start_matches("INCENTIVES_REASON_"), message)
    }
}
