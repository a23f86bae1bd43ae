//! `GetHeldData`.

use proto::{
    access::v1::Role,
    telemetry::v1::{held_data_service_client::HeldDataServiceClient, *},
};

use crate::support::*;

#[tokio::test]
async fn reports_on_the_own_data_and_own_files_are_told() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let report = DataQualityReport {
        report_id: "1".into(),
        day: "2026-03-02".into(),
        feature: "deals".into(),
        whose: Some(data_quality_report::Whose::ExternalId("E0".into())),
        complete: 60,
        ..Default::default()
    };
    let request = RecordDataQualityRequest { application: crm, reports: vec![report] };
    bench.usage(Role::Admin).record_data_quality(request).await.unwrap();
    let held = async |person: &str| {
        let mut client = HeldDataServiceClient::new(bench.harness.as_person(person, &[]));
        client.get_held_data(GetHeldDataRequest {}).await.unwrap().into_inner().kinds
    };
    let mine = held("p0").await;
    assert_eq!(
        (mine.len(), mine[0].kind.as_str(), mine[0].count, mine[0].kept_days),
        (1, "quality-reports", 1, 35)
    );
    assert!(held("p1").await.is_empty());

    let file = proto::imports::v1::CreateImportRequest {
        parent: organization(),
        file_name: "usage.csv".into(),
        ..Default::default()
    };
    // The administrator of these tests is called somebody.
    bench.imports().create_import(file).await.unwrap();
    let kinds: Vec<_> = held("somebody").await.into_iter().map(|k| (k.kind, k.count)).collect();
    assert_eq!(kinds, [("imports".to_owned(), 1)]);
}
