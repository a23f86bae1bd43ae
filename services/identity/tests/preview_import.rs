//! `PreviewImport`: what a file would change.

use std::fmt::Write as _;

use proto::imports::v1::{Import, ImportMapping, ImportState, PreviewImportRequest};

use crate::support::{acme, broken, reason};

pub(crate) fn counts(import: &Import, kind: &str) -> (i64, i64, i64) {
    let summary = import.summary.as_ref().unwrap();
    let count = summary.counts.iter().find(|c| c.kind == kind);
    count.map(|c| (c.created, c.updated, c.unchanged)).unwrap_or_default()
}

#[tokio::test]
async fn a_dry_run_counts_and_changes_nothing() {
    let acme = acme().await;
    let file = "external_id,team,parent_team,position,site\n1,West,Sales,seller,Tehran\n2,East,Sales,seller,Tehran\n";
    let import = acme.preview(file, &[("time_zone", "Asia/Tehran")]).await;
    assert_eq!(import.state(), ImportState::Checked);
    assert_eq!(counts(&import, "people"), (2, 0, 0));
    assert_eq!(counts(&import, "teams"), (3, 0, 0));
    assert_eq!(counts(&import, "positions"), (1, 0, 0));
    assert_eq!(counts(&import, "sites"), (1, 0, 0));
    assert_eq!(import.summary.as_ref().unwrap().bad_rows, 0);
    assert_eq!(acme.tree().await.len(), 0);
    assert_eq!(acme.find("").await.len(), 1);
}

#[tokio::test]
async fn a_mapping_is_kept_for_the_next_file_with_these_columns() {
    let acme = acme().await;
    let import = acme.upload(b"Key,Crew,Art\n1,a,b\n", 1000).await;
    let mapping = ImportMapping {
        columns: [("external_id", "Key"), ("team", "Crew"), ("position", "Art")]
            .map(|(k, v)| (k.to_owned(), v.to_owned()))
            .into(),
        constants: [("start_day".to_owned(), "2020-01-01".to_owned())].into(),
    };
    acme.preview_with(&import.name, mapping.clone()).await;
    let next = acme.upload(b"Art,Key,Crew\nb,2,a\n", 1000).await;
    assert_eq!(next.mapping, Some(mapping));
    // Without a mapping of its own, the preview takes the one that the import shows.
    let request = PreviewImportRequest { name: next.name.clone(), mapping: None };
    acme.imports().preview_import(request).await.unwrap();
    acme.run_imports().await;
    assert_eq!(counts(&acme.import(&next.name).await, "people"), (1, 0, 0));
}

#[tokio::test]
async fn a_mapping_that_does_not_fit_is_refused() {
    let acme = acme().await;
    let import = acme.upload(b"external_id,team\n1,a\n", 1000).await;
    let mapping = ImportMapping {
        columns: [("external_id", "external_id"), ("team", "gone"), ("shoe", "team")]
            .map(|(k, v)| (k.to_owned(), v.to_owned()))
            .into(),
        constants: [].into(),
    };
    let request = PreviewImportRequest { name: import.name.clone(), mapping: Some(mapping) };
    let mut rules: Vec<_> =
        broken(acme.imports().preview_import(request).await).into_iter().map(|r| r.1).collect();
    rules.sort();
    assert_eq!(rules, ["REQUIRED", "UNKNOWN_COLUMN", "UNKNOWN_VALUE"]);
    assert_eq!(reason(acme.apply(&import.name, false).await).1, "NOT_CHECKED");
}

#[tokio::test]
async fn bad_rows_are_told_with_their_lines_in_the_readers_language() {
    let acme = acme().await;
    let file = "external_id,name,team,parent_team,position,email,start_day\r\n\
                1,\"two\r\nlines\",a,,p,,۱۴۰۴/۰۱/۰۱\r\n\
                2,x,b,c,p,nobody,\r\n\
                3,x,c,b,p,,\r\n\
                2,x,a,,p,,\r\n\
                4,x,a,,p,,2030-01-01\r\n\
                5,x\r\n";
    let import = acme.preview(file, &[]).await;
    let errors: Vec<_> = import.errors.iter().map(|e| (e.line, e.field.as_str(), e.rule.as_str())).collect();
    assert_eq!(
        errors,
        [(4, "email", "NOT_AN_EMAIL"), (7, "start_day", "IN_FUTURE"), (8, "", "WRONG_COLUMN_COUNT"),]
    );
    assert_eq!(import.summary.as_ref().unwrap().bad_rows, 3);
    assert_eq!(import.errors[0].value, "nobody");
    assert!(import.errors.iter().all(|e| !e.description.is_empty()));
}

#[tokio::test]
async fn a_hundred_thousand_bad_rows_are_counted_and_few_are_listed() {
    let acme = acme().await;
    let mut file = String::from("external_id,team,position,start_day\n");
    for i in 0..100_000 {
        writeln!(file, "{i},,,soon").unwrap();
    }
    let import = acme.preview(&file, &[]).await;
    assert_eq!(import.summary.as_ref().unwrap().bad_rows, 100_000);
    assert_eq!((import.errors.len(), import.errors[0].line), (100, 2));
    assert_eq!(reason(acme.apply(&import.name, false).await).1, "BAD_ROWS");
}
