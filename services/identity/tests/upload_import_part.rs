//! `CreateImport`, `UploadImportPart`, `GetImport`, `ListImports`.

use proto::imports::v1::{
    CreateImportRequest, GetImportRequest, ImportState, ListImportsRequest, UploadImportPartRequest,
};
use tonic::Code;

use crate::support::{acme, broken, parent, reason};

#[tokio::test]
async fn a_file_arrives_in_parts_and_shows_its_columns() {
    let acme = acme().await;
    let file = "\u{FEFF}Personnel No.;Department;Team;Job;Joined\r\n\"p\r\n1\";a;b;c;2020-01-01\r\n";
    let import = acme.upload(file.as_bytes(), 7).await;
    assert_eq!(import.state(), ImportState::Ready);
    assert_eq!(import.columns, ["Personnel No.", "Department", "Team", "Job", "Joined"]);
    assert_eq!(import.sample[0].values[0], "p\r\n1");
    let mapping = import.mapping.as_ref().unwrap();
    assert_eq!(mapping.columns["external_id"], "Personnel No.");
    assert_eq!(mapping.columns["parent_team"], "Department");
    assert_eq!((import.rows_total, import.received_bytes), (1, i64::try_from(file.len()).unwrap()));
    let listed = acme
        .imports()
        .list_imports(ListImportsRequest { parent: parent(), ..Default::default() })
        .await
        .unwrap()
        .into_inner();
    assert_eq!(listed.imports[0].name, import.name);
    assert!(listed.imports[0].sample.is_empty());
}

#[tokio::test]
async fn a_part_that_comes_twice_is_ignored_and_a_gap_is_refused() {
    let acme = acme().await;
    let request = CreateImportRequest { parent: parent(), file_name: "p.csv".into(), request_id: "r".into() };
    let import = acme.imports().create_import(request.clone()).await.unwrap().into_inner();
    assert_eq!(acme.imports().create_import(request).await.unwrap().into_inner().name, import.name);
    let part = |offset, data: &str, last| UploadImportPartRequest {
        name: import.name.clone(),
        offset,
        data: data.into(),
        last,
    };
    acme.imports().upload_import_part(part(0, "a,b\n", false)).await.unwrap();
    acme.imports().upload_import_part(part(0, "a,b\n", false)).await.unwrap();
    assert_eq!(reason(acme.imports().upload_import_part(part(9, "1", false)).await).1, "UPLOAD_GAP");
    let done = acme.imports().upload_import_part(part(4, "1,2\n", true)).await.unwrap().into_inner();
    assert_eq!((done.received_bytes, done.state()), (8, ImportState::Ready));
    // The answer got lost: the last part once more.
    let again = acme.imports().upload_import_part(part(4, "1,2\n", true)).await.unwrap().into_inner();
    assert_eq!(again, done);
    assert_eq!(reason(acme.imports().upload_import_part(part(8, "3,4\n", true)).await).1, "UPLOAD_COMPLETE");
    let big = "x".repeat(800_000);
    assert_eq!(broken(acme.imports().upload_import_part(part(0, &big, false)).await)[0].1, "TOO_MANY");
}

#[tokio::test]
async fn files_that_would_be_read_wrongly_fail_with_the_reason() {
    let acme = acme().await;
    let mixed = [b"external_id,team,position\n1,a,b\n2,".as_slice(), b"\xe3\xd5\xd8", b",c\n"].concat();
    for (file, rule, line) in [
        (mixed.as_slice(), "NOT_UTF8", 3),
        (b"\xff\xfea\x00".as_slice(), "UTF16", 1),
        (b"PK\x03\x04zip".as_slice(), "NOT_TEXT", 1),
        (b"\n\n".as_slice(), "EMPTY_FILE", 1),
        (b"a,a\n1,2\n".as_slice(), "DUPLICATE_COLUMN", 1),
    ] {
        let import = acme.upload(file, 1000).await;
        assert_eq!(import.state(), ImportState::Failed, "{rule}");
        let error = &import.errors[0];
        assert_eq!((error.rule.as_str(), error.line), (rule, line));
        assert!(!error.description.is_empty());
        assert_eq!(reason(acme.apply(&import.name, true).await).1, "FILE_NOT_READY");
    }
}

#[tokio::test]
async fn an_import_that_is_not_there() {
    let acme = acme().await;
    let request = GetImportRequest { name: format!("{}/imports/none", parent()) };
    assert_eq!(reason(acme.imports().get_import(request).await).0, Code::NotFound);
}
