//! Why this service refuses something that was well formed.

use kit::error::Error;
pub(crate) use proto::champions::v1::ChampionsReason as Reason;

/// Says no with a reason of the contract.
pub(crate) trait Refuse {
    /// The error with this reason; `message` is for logs and developers.
    fn refuse(self, message: &'static str) -> Error;
}

impl Refuse for Reason {
    fn refuse(self, message: &'static str) -> Error {
        Error::precondition(self.as_str_name().trim_start_matches("CHAMPIONS_REASON_"), message)
    }
}
