//! What an application is answered: counts, or every reason against it.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, header};
use proto::telemetry::v1::RecordSummary;
use serde::Serialize;
use tonic::{Code, Status};
use tonic_types::StatusExt;

/// Why what was sent is not recorded.
#[derive(Debug)]
pub(super) enum Refusal {
    NoKey,
    ContentType,
    TooLarge,
    BrokenOff,
    TooSlow,
    Syntax {
        line: usize,
        column: usize,
        message: String,
    },
    Form {
        problems: Vec<Problem>,
        count: usize,
    },
    /// Telemetry refused the batch that begins with number `first` of the `list`.
    Service {
        status: Box<Status>,
        list: &'static str,
        first: usize,
    },
}

impl Refusal {
    /// JSON that cannot be read, after so many lines.
    pub(super) fn syntax(error: &serde_json::Error, lines_before: usize) -> Self {
        let (line, column) = (error.line() + lines_before, error.column());
        Self::Syntax { line, column, message: error.to_string() }
    }
}

/// One broken rule.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Problem {
    /// `events[3].time` or `reports[3].day`, counted over the whole body.
    pub(super) field: String,
    /// The line of an NDJSON body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) line: Option<usize>,
    /// A stable code.
    pub(super) rule: String,
    /// The rule in words, in the language that `accept-language` asks for.
    pub(super) description: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    recorded: i64,
    duplicate: i64,
    too_late: i64,
    unknown_people: i64,
    unknown_features: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Explained<'a>>,
}

#[derive(Serialize)]
struct Explained<'a> {
    reason: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    violations: &'a [Problem],
    #[serde(skip_serializing_if = "is_zero")]
    violation_count: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl<'a> Answer<'a> {
    fn new(summary: &RecordSummary, error: Option<Explained<'a>>) -> Self {
        Self {
            recorded: summary.recorded,
            duplicate: summary.duplicate,
            too_late: summary.too_late,
            unknown_people: summary.unknown_people,
            unknown_features: summary.unknown_features,
            error,
        }
    }
}

/// 200: everything is on disk.
pub(super) fn recorded(summary: &RecordSummary) -> Response {
    Json(Answer::new(summary, None)).into_response()
}

/// The refusal with what had been recorded before it.
pub(super) fn refused(refusal: &Refusal, summary: &RecordSummary) -> Response {
    let plain = |status, reason, message| respond(status, reason, message, &[], 0, summary);
    match refusal {
        Refusal::NoKey => with_challenge(plain(
            StatusCode::UNAUTHORIZED,
            "KEY_MISSING",
            "send the application's key as `authorization: Bearer …`",
        )),
        Refusal::ContentType => plain(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UNKNOWN_CONTENT_TYPE",
            "send application/json or application/x-ndjson",
        ),
        Refusal::TooLarge => {
            plain(StatusCode::PAYLOAD_TOO_LARGE, "TOO_LARGE", "the body is larger than 1 MiB")
        }
        Refusal::BrokenOff => plain(StatusCode::BAD_REQUEST, "BROKEN_OFF", "the body broke off"),
        Refusal::TooSlow => {
            plain(StatusCode::REQUEST_TIMEOUT, "TOO_SLOW", "the request took too long; send it again")
        }
        Refusal::Syntax { line, column, message } => {
            let problem = Problem {
                field: format!("line {line}, column {column}"),
                line: Some(*line),
                rule: "NOT_JSON".into(),
                description: message.clone(),
            };
            respond(
                StatusCode::BAD_REQUEST,
                "INVALID_INPUT",
                "the body cannot be read",
                &[problem],
                1,
                summary,
            )
        }
        Refusal::Form { problems, count } => respond(
            StatusCode::BAD_REQUEST,
            "INVALID_INPUT",
            "what was sent breaks rules",
            problems,
            *count,
            summary,
        ),
        Refusal::Service { status, list, first } => from_service(status, list, *first, summary),
    }
}

fn from_service(status: &Status, list: &str, first: usize, summary: &RecordSummary) -> Response {
    let code = match status.code() {
        Code::InvalidArgument | Code::OutOfRange => StatusCode::BAD_REQUEST,
        Code::Unauthenticated => StatusCode::UNAUTHORIZED,
        Code::PermissionDenied => StatusCode::FORBIDDEN,
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::FailedPrecondition | Code::Aborted | Code::AlreadyExists => StatusCode::CONFLICT,
        Code::ResourceExhausted => StatusCode::TOO_MANY_REQUESTS,
        Code::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Code::DeadlineExceeded => StatusCode::GATEWAY_TIMEOUT,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    };
    let details = status.get_error_details();
    let problems: Vec<Problem> = details
        .bad_request()
        .map(|bad| bad.field_violations.iter().map(|v| problem(v, list, first)).collect())
        .unwrap_or_default();
    let reason = details.error_info().map_or("INTERNAL", |info| info.reason.as_str());
    let mut response = respond(code, reason, status.message(), &problems, problems.len(), summary);
    if let Some(delay) = details.retry_info().and_then(|r| r.retry_delay)
        && let Ok(seconds) = HeaderValue::from_str(&delay.as_secs().max(1).to_string())
    {
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    if code == StatusCode::UNAUTHORIZED { with_challenge(response) } else { response }
}

/// A violation of the batch that begins with number `first` of the `list`, counted over the whole body.
fn problem(violation: &tonic_types::FieldViolation, list: &str, first: usize) -> Problem {
    let field = violation
        .field
        .strip_prefix(list)
        .and_then(|rest| rest.strip_prefix('[')?.split_once(']'))
        .and_then(|(index, rest)| Some(format!("{list}[{}]{rest}", index.parse::<usize>().ok()? + first)))
        .unwrap_or_else(|| violation.field.clone());
    let description =
        violation.localized_message.as_ref().map_or(&violation.description, |localized| &localized.message);
    Problem { field, line: None, rule: violation.reason.clone(), description: description.clone() }
}

fn respond(
    status: StatusCode,
    reason: &str,
    message: &str,
    violations: &[Problem],
    violation_count: usize,
    summary: &RecordSummary,
) -> Response {
    let error = Explained { reason, message, violations, violation_count };
    (status, Json(Answer::new(summary, Some(error)))).into_response()
}

fn with_challenge(mut response: Response) -> Response {
    response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}
