//! Why telemetry refuses.

use kit::error::Error;

/// A value of the contract's `TelemetryError`, without its prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    ApiKeyNotValid,
    ApplicationDeleted,
    TooMany,
    TooManyUnknown,
    Busy,
    DaysNotCounted,
}

impl Reason {
    fn name(self) -> &'static str {
        match self {
            Self::ApiKeyNotValid => "API_KEY_NOT_VALID",
            Self::ApplicationDeleted => "APPLICATION_DELETED",
            Self::TooMany => "TOO_MANY",
            Self::TooManyUnknown => "TOO_MANY_UNKNOWN",
            Self::Busy => "BUSY",
            Self::DaysNotCounted => "DAYS_NOT_COUNTED",
        }
    }

    /// The error with these words for developers.
    pub(crate) fn because(self, message: impl Into<String>) -> Error {
        match self {
            Self::ApiKeyNotValid => Error::unauthenticated(self.name(), message),
            Self::Busy => Error::exhausted(self.name(), message, 1),
            _ => Error::precondition(self.name(), message),
        }
    }
}

#[cfg(test)]
mod tests {
    use proto::telemetry::v1::TelemetryError;

    use super::*;

    #[test]
    fn every_reason_is_in_the_contract() {
        for reason in [
            Reason::ApiKeyNotValid,
            Reason::ApplicationDeleted,
            Reason::TooMany,
            Reason::TooManyUnknown,
            Reason::Busy,
            Reason::DaysNotCounted,
        ] {
            let name = format!("TELEMETRY_ERROR_{}", reason.name());
            assert!(TelemetryError::from_str_name(&name).is_some(), "{name}");
        }
    }
}
