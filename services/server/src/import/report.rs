//! What an import would change, changed, or stumbled over, as text.

use std::fmt::Write as _;

use proto::imports::v1::{Import, ImportState};

/// The report on an import.
pub(crate) fn of(import: &Import) -> String {
    let mut text = String::new();
    let headline = match import.state() {
        ImportState::Done => "Imported.",
        ImportState::Failed => "Nothing was imported.",
        _ if import.summary.as_ref().is_some_and(|s| s.bad_rows > 0) => {
            "Nothing was imported: the file has bad rows. --skip-invalid imports the others."
        }
        _ => "Nothing was imported: this was a dry run.",
    };
    text.push_str(headline);
    if let Some(summary) = &import.summary {
        for count in &summary.counts {
            let _ = write!(
                text,
                "\n  {:<12} {:>8} new {:>8} changed {:>8} unchanged",
                count.kind, count.created, count.updated, count.unchanged
            );
        }
        for notice in &summary.notices {
            let _ = write!(text, "\n  {}: {} rows", notice.code, notice.count);
            let examples: Vec<&str> =
                notice.examples.iter().map(String::as_str).filter(|e| !e.is_empty()).collect();
            if !examples.is_empty() {
                let _ = write!(text, " ({})", examples.join(", "));
            }
        }
        if summary.bad_rows > 0 {
            let _ = write!(text, "\n  {} bad rows", summary.bad_rows);
        }
    }
    for error in &import.errors {
        let _ = write!(text, "\n  line {}: {}: {}", error.line, error.field, error.description);
    }
    let shown = i64::try_from(import.errors.len()).unwrap_or(i64::MAX);
    if import.summary.as_ref().is_some_and(|s| s.bad_rows > shown) && shown > 0 {
        text.push_str("\n  … and more of them");
    }
    text
}

#[cfg(test)]
mod tests {
    use proto::imports::v1::{ImportCount, ImportError, ImportNotice, ImportSummary};

    use super::*;

    #[test]
    fn a_notice_names_examples_if_it_has_some() {
        let notice = |code: &str, example: &str| ImportNotice {
            code: code.into(),
            count: 3,
            examples: vec![example.into()],
        };
        let notices = vec![notice("HISTORY", ""), notice("UNKNOWN_PERSON", "stranger")];
        let summary = ImportSummary { notices, ..ImportSummary::default() };
        let text = of(&Import { summary: Some(summary), ..Import::default() });
        assert!(text.ends_with("\n  HISTORY: 3 rows\n  UNKNOWN_PERSON: 3 rows (stranger)"), "{text}");
    }

    #[test]
    fn bad_rows_are_named_with_their_line_and_nothing_is_said_to_be_imported() {
        let mut import = Import {
            summary: Some(ImportSummary {
                counts: vec![ImportCount { kind: "people".into(), created: 3, ..ImportCount::default() }],
                bad_rows: 2,
                notices: vec![],
            }),
            errors: vec![ImportError {
                line: 7,
                field: "team".into(),
                description: "is needed".into(),
                ..ImportError::default()
            }],
            ..Import::default()
        };
        import.set_state(ImportState::Checked);
        let text = of(&import);
        assert!(text.starts_with("Nothing was imported: the file has bad rows"));
        assert!(text.contains("line 7: team: is needed"));
        assert!(text.contains("and more of them"));
    }
}
