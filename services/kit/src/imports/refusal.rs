//! Why a step of an import is refused. The reasons are in the error enum of every service that takes files.

use crate::error::Error;

/// The file is not complete, or could not be read.
pub(super) fn file_not_ready() -> Error {
    Error::precondition("FILE_NOT_READY", "the file is not complete, or could not be read")
}

/// The import was not checked yet.
pub(super) fn not_checked() -> Error {
    Error::precondition("NOT_CHECKED", "preview the import first")
}

/// The import has bad rows.
pub fn bad_rows() -> Error {
    Error::precondition("BAD_ROWS", "the file has bad rows; mend it, or skip them")
}

/// The import is being written or is done.
pub(super) fn already_applied() -> Error {
    Error::precondition("ALREADY_APPLIED", "the import is being written or is done")
}

/// The whole file has arrived.
pub(super) fn upload_complete() -> Error {
    Error::precondition("UPLOAD_COMPLETE", "the whole file has arrived already")
}

/// A part leaves a gap.
pub(super) fn upload_gap(received: i64, offset: i64) -> Error {
    let message = format!("the next part begins at byte {received}, not at {offset}");
    Error::precondition("UPLOAD_GAP", message)
}

#[cfg(test)]
mod tests {
    use proto::{identity::v1::IdentityError, telemetry::v1::TelemetryError};

    use super::*;

    #[test]
    fn every_reason_is_in_the_contract_of_whoever_takes_files() {
        let all = [
            file_not_ready(),
            not_checked(),
            bad_rows(),
            already_applied(),
            upload_complete(),
            upload_gap(1, 2),
        ];
        for error in all {
            let Error::Precondition { reason, .. } = error else { panic!("{error:?}") };
            assert!(IdentityError::from_str_name(&format!("IDENTITY_ERROR_{reason}")).is_some(), "{reason}");
            assert!(
                TelemetryError::from_str_name(&format!("TELEMETRY_ERROR_{reason}")).is_some(),
                "{reason}"
            );
        }
    }
}
