//! Why this service refuses something that was well formed.

use kit::error::Error;
pub(crate) use proto::feedback::v1::FeedbackReason as Reason;

/// Says no with a reason of the contract.
pub(crate) trait Refuse {
    /// The error with this reason; `message` is for logs and developers.
    fn refuse(self, message: &'static str) -> Error;
}

impl Refuse for Reason {
    fn refuse(self, message: &'static str) -> Error {
        Error::precondition(self.as_str_name().trim_start_matches("FEEDBACK_REASON_"), message)
    }
}

/// So much was posted within a while that the rest has to wait.
pub(crate) fn too_much(retry_after_seconds: u64) -> Error {
    let reason = Reason::TooMuchAtOnce.as_str_name().trim_start_matches("FEEDBACK_REASON_");
    Error::exhausted(reason, "too much was posted within a while", retry_after_seconds)
}
