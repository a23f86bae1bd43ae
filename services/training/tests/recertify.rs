//! The job that enrols again before a certificate lapses.

use proto::training::v1::{
    CertificatePolicy, CertificateState, Course, EnrollmentAssigned, ListMyCertificatesRequest,
};

use crate::support::{
    Company,
    build::{self, all_of, team},
    company, parent,
};

async fn certificates(company: &Company) -> Vec<(CertificateState, String)> {
    let request = ListMyCertificatesRequest { parent: parent(), ..Default::default() };
    let list = company.certificates("w1").list_my_certificates(request).await.unwrap().into_inner();
    list.certificates.into_iter().map(|c| (c.state(), c.expire_day)).collect()
}

#[tokio::test]
async fn the_holder_is_enrolled_again_and_renews_it() {
    let company = company().await;
    let certificate = Some(CertificatePolicy { enabled: true, valid_months: 1, recertify_before_days: 7 });
    let course = company.course(Course { certificate, ..build::course("A") }).await;
    company.assign(&course, all_of([team("west")])).await;
    company.complete("w1").await;
    assert_eq!(certificates(&company).await, [(CertificateState::Valid, "2026-04-01".to_owned())]);

    company.days_pass(22).await;
    assert_eq!(company.enrollments("w1").await.len(), 1);
    company.days_pass(1).await;
    let enrollments = company.enrollments("w1").await;
    assert_eq!(enrollments.len(), 2);
    assert!(enrollments[0].recertification);
    assert_eq!(enrollments[0].due_day, "2026-04-01");
    assert_eq!(company.heard::<EnrollmentAssigned>().iter().filter(|e| e.recertification).count(), 1);
    company.days_pass(1).await;
    assert_eq!(company.enrollments("w1").await.len(), 2, "once is enough");

    company.complete("w1").await;
    assert_eq!(
        certificates(&company).await,
        [
            (CertificateState::Valid, "2026-04-25".to_owned()),
            (CertificateState::Renewed, "2026-04-01".to_owned()),
        ]
    );
}

#[tokio::test]
async fn what_has_lapsed_counts_as_not_completed() {
    let company = company().await;
    let certificate = Some(CertificatePolicy { enabled: true, valid_months: 1, recertify_before_days: 7 });
    let course = company.course(Course { certificate, ..build::course("A") }).await;
    company.assign(&course, all_of([team("west")])).await;
    company.complete("w1").await;
    company.days_pass(31).await;
    assert_eq!(certificates(&company).await[0].0, CertificateState::Lapsed);
    assert!(company.enrollments("w1").await[0].complete_time.is_none());
}
