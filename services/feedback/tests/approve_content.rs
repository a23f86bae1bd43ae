//! `ApproveContent`.

use proto::feedback::v1::ApproveContentRequest;

use crate::support::company;

#[tokio::test]
async fn it_leaves_the_queue_until_somebody_else_reports_it() {
    let company = company().await;
    let made = company.whisper("w1", "The CRM is slow", 1).await.unwrap();
    company.report("w2", &made.name, "I do not like it").await.unwrap();
    let approve = async || {
        let request = ApproveContentRequest { name: made.name.clone() };
        company.moderation().approve_content(request).await.unwrap().into_inner()
    };
    assert_eq!(approve().await.reports.len(), 1);
    approve().await;
    assert_eq!(company.queue().await, []);
    assert!(!company.get("w3", &made.name).await.unwrap().hidden);
    company.report("w2", &made.name, "Still not").await.unwrap();
    assert_eq!(company.queue().await, [], "the same person reported it already");
    company.report("w3", &made.name, "Neither do I").await.unwrap();
    assert_eq!(company.queue().await.len(), 1);
}
