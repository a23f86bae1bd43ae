//! What can go wrong, and the one place that turns it into a gRPC status.
//!
//! Every status carries `google.rpc.ErrorInfo` with a stable reason; bad input also carries `google.rpc.BadRequest`
//! with every violation at once, in the caller's language.

use std::{borrow::Cow, collections::HashMap, fmt::Display};

use sea_orm::DbErr;
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, FieldViolation, LocalizedMessage, StatusExt};

use crate::violation::Violations;

/// The `ErrorInfo` domain of every Hamgam error.
pub const DOMAIN: &str = "hamgam";

/// Why an operation was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The input breaks rules: `INVALID_ARGUMENT`.
    #[error("the request breaks {} rules", .0.len())]
    Invalid(Violations),
    /// The resource does not exist, or is not the caller's to know of: `NOT_FOUND`.
    #[error("{resource} not found")]
    NotFound {
        /// The resource name that was asked for.
        resource: String,
    },
    /// A resource like this is there already: `ALREADY_EXISTS`.
    #[error("{resource} exists already")]
    AlreadyExists {
        /// What exists.
        resource: String,
    },
    /// The state does not allow it: `FAILED_PRECONDITION`.
    #[error("{message}")]
    Precondition {
        /// A value of the service's reason enum, `COURSE_NOT_PUBLISHED`.
        reason: Cow<'static, str>,
        /// The reason in English, for logs and developers; screens put the reason into words.
        message: String,
    },
    /// Somebody else changed it meanwhile (the etag does not match): `ABORTED`.
    #[error("{resource} was changed by somebody else")]
    Changed {
        /// The resource name.
        resource: String,
    },
    /// The caller may not do this: `PERMISSION_DENIED`.
    #[error("permission denied")]
    Denied,
    /// Who the caller is, is not known: `UNAUTHENTICATED`.
    #[error("{message}")]
    Unauthenticated {
        /// `TOKEN_MISSING`, `TOKEN_INVALID`, `PASSWORD_WRONG` …
        reason: Cow<'static, str>,
        /// The reason in English.
        message: String,
    },
    /// Too much at once: `RESOURCE_EXHAUSTED`.
    #[error("{message}")]
    Exhausted {
        /// `TOO_MANY_ATTEMPTS`, `OVERLOADED` …
        reason: Cow<'static, str>,
        /// The reason in English.
        message: String,
        /// When it makes sense to try again, in seconds; 0 when not known.
        retry_after_seconds: u64,
    },
    /// Another service answered with an error.
    #[error("{}", .0.message())]
    Upstream(Box<Status>),
    /// Ours to mend: `INTERNAL`, and the cause only in the log.
    #[error("{0}")]
    Internal(String),
}

impl Error {
    /// The resource does not exist for this caller.
    pub fn not_found(resource: impl Display) -> Self {
        Self::NotFound { resource: resource.to_string() }
    }

    /// A resource like this is there already.
    pub fn already_exists(resource: impl Display) -> Self {
        Self::AlreadyExists { resource: resource.to_string() }
    }

    /// The state does not allow it. `reason` is the name of a value in the service's reason enum.
    pub fn precondition(reason: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self::Precondition { reason: reason.into(), message: message.into() }
    }

    /// The etag does not match.
    pub fn changed(resource: impl Display) -> Self {
        Self::Changed { resource: resource.to_string() }
    }

    /// Who the caller is, is not known.
    pub fn unauthenticated(reason: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self::Unauthenticated { reason: reason.into(), message: message.into() }
    }

    /// Too much at once.
    pub fn exhausted(
        reason: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
        retry_after_seconds: u64,
    ) -> Self {
        Self::Exhausted { reason: reason.into(), message: message.into(), retry_after_seconds }
    }

    /// Ours to mend.
    pub fn internal(cause: impl Display) -> Self {
        Self::Internal(cause.to_string())
    }

    /// The gRPC code that this becomes.
    pub fn code(&self) -> Code {
        match self {
            Self::Invalid(_) => Code::InvalidArgument,
            Self::NotFound { .. } => Code::NotFound,
            Self::AlreadyExists { .. } => Code::AlreadyExists,
            Self::Precondition { .. } => Code::FailedPrecondition,
            Self::Changed { .. } => Code::Aborted,
            Self::Denied => Code::PermissionDenied,
            Self::Unauthenticated { .. } => Code::Unauthenticated,
            Self::Exhausted { .. } => Code::ResourceExhausted,
            Self::Upstream(status) => status.code(),
            Self::Internal(_) => Code::Internal,
        }
    }

    fn reason(&self) -> Cow<'static, str> {
        match self {
            Self::Invalid(_) => "INVALID_INPUT".into(),
            Self::NotFound { .. } => "NOT_FOUND".into(),
            Self::AlreadyExists { .. } => "ALREADY_EXISTS".into(),
            Self::Changed { .. } => "CHANGED_MEANWHILE".into(),
            Self::Denied => "PERMISSION_DENIED".into(),
            Self::Precondition { reason, .. }
            | Self::Unauthenticated { reason, .. }
            | Self::Exhausted { reason, .. } => reason.clone(),
            Self::Upstream(_) | Self::Internal(_) => "INTERNAL".into(),
        }
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        Self::Internal(format!("database: {error}"))
    }
}

impl From<Status> for Error {
    fn from(status: Status) -> Self {
        Self::Upstream(Box::new(status))
    }
}

impl From<prost::DecodeError> for Error {
    fn from(error: prost::DecodeError) -> Self {
        Self::Internal(format!("cannot decode a stored message: {error}"))
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(format!("cannot read stored JSON: {error}"))
    }
}

impl From<Error> for Status {
    fn from(error: Error) -> Self {
        if let Error::Upstream(status) = error {
            return *status;
        }
        let mut details = ErrorDetails::with_error_info(error.reason(), DOMAIN, HashMap::new());
        let message = match &error {
            Error::Internal(cause) => {
                tracing::error!(cause, "internal error");
                "something went wrong on our side".to_owned()
            }
            other => other.to_string(),
        };
        match &error {
            Error::Invalid(violations) => {
                let locale = violations.language().code();
                let fields = violations.iter().map(|v| FieldViolation {
                    field: v.field.clone(),
                    description: v.rule.describe_value(crate::localize::Language::En, &v.value),
                    reason: v.rule.code().to_owned(),
                    localized_message: Some(LocalizedMessage::new(
                        locale,
                        v.rule.describe_value(violations.language(), &v.value),
                    )),
                });
                details.set_bad_request(fields.collect::<Vec<_>>());
            }
            Error::NotFound { resource }
            | Error::AlreadyExists { resource }
            | Error::Changed { resource } => {
                details.set_resource_info("", resource, "", "");
            }
            Error::Exhausted { retry_after_seconds, .. } if *retry_after_seconds > 0 => {
                details.set_retry_info(Some(std::time::Duration::from_secs(*retry_after_seconds)));
            }
            _ => {}
        }
        Status::with_error_details(error.code(), message, details)
    }
}
