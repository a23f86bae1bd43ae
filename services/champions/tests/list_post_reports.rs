//! `ListPostReports`.

use proto::champions::v1::{
    ListPostReportsRequest, ReportPostRequest, space_service_client::SpaceServiceClient,
};
use tonic::Code;

use crate::support::{company, parent, programme};

#[tokio::test]
async fn hr_sees_what_was_reported_with_the_reasons_and_nothing_else() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    for (id, team) in [("w2", "west"), ("e2", "east"), ("n2", "north")] {
        company.champion(&crm, id, &[team]).await;
    }
    let post = company.post("w2", "How?").await.unwrap().name;
    company.post("w2", "Nobody minds this").await.unwrap();
    for who in ["e2", "n2"] {
        company.harness.clock.advance(std::time::Duration::from_secs(1));
        let report =
            ReportPostRequest { name: post.clone(), answer: String::new(), reason: format!("Says {who}") };
        company.space(who).report_post(report).await.unwrap();
    }
    let list = || ListPostReportsRequest { parent: parent() };
    let mut hr = SpaceServiceClient::new(company.hr());
    let reports = hr.list_post_reports(list()).await.unwrap().into_inner().reports;
    assert_eq!(reports.len(), 1);
    assert_eq!(
        (reports[0].name.as_str(), reports[0].reasons.clone()),
        (post.as_str(), vec!["Says e2".to_owned(), "Says n2".into()])
    );
    assert_eq!(reports[0].post.as_ref().unwrap().title, "How?");
    let denied = company.space("w2").list_post_reports(list()).await.unwrap_err();
    assert_eq!(denied.code(), Code::PermissionDenied);
}
