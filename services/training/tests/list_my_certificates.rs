//! `ListMyCertificates`.

use proto::training::v1::{CertificateState, ListMyCertificatesRequest};

use crate::support::{
    build::{self, all_of, team, text},
    company, parent,
};

#[tokio::test]
async fn own_certificates_come_newest_first() {
    let company = company().await;
    for title in ["A", "B"] {
        let course = company.course(build::course(title)).await;
        company.assign(&course, all_of([team("west")])).await;
        company.complete("w1").await;
        company.days_pass(1).await;
    }
    let request = ListMyCertificatesRequest { parent: parent(), page_size: 1, page_token: String::new() };
    let first = company.certificates("w1").list_my_certificates(request.clone()).await.unwrap().into_inner();
    let certificate = &first.certificates[0];
    assert_eq!((&certificate.course_title, certificate.state()), (&text("B"), CertificateState::Valid));
    assert_eq!(
        (certificate.person_display_name.as_str(), certificate.expire_day.as_str()),
        ("W1", "2027-03-02")
    );
    let next = ListMyCertificatesRequest { page_token: first.next_page_token, ..request.clone() };
    let second = company.certificates("w1").list_my_certificates(next).await.unwrap().into_inner();
    assert_eq!(second.certificates[0].course_title, text("A"));
    let others = company.certificates("w2").list_my_certificates(request).await.unwrap().into_inner();
    assert!(others.certificates.is_empty());
}
