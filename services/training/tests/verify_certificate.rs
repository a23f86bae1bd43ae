//! `VerifyCertificate`.

use proto::training::v1::{
    CertificateState, EnrollmentCompleted, VerifyCertificateRequest,
    certificate_service_client::CertificateServiceClient,
};
use tonic::Code;

use crate::support::{
    build::{self, all_of, team, text},
    company, fields,
};

#[tokio::test]
async fn anybody_who_has_the_code_may_check_it() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    company.complete("w1").await;
    let code = company.heard::<EnrollmentCompleted>().remove(0).certificate_code;
    let mut anybody = CertificateServiceClient::new(company.harness.as_anonymous());
    let check = |code: &str| VerifyCertificateRequest { code: code.into() };
    for typed in [code.clone(), code.to_lowercase(), code.replace('-', " ")] {
        let found = anybody.verify_certificate(check(&typed)).await.unwrap().into_inner();
        assert_eq!(
            (found.person_display_name.as_str(), found.organization_display_name.as_str()),
            ("W1", "Parsian")
        );
        assert_eq!((&found.course_title, found.state()), (&text("A"), CertificateState::Valid));
        assert_eq!((found.issue_day.as_str(), found.expire_day.as_str()), ("2026-03-02", "2027-03-01"));
        assert_eq!(found.code, code);
    }
    company.harness.clock.advance(std::time::Duration::from_hours(24 * 365));
    let lapsed = anybody.verify_certificate(check(&code)).await.unwrap().into_inner();
    assert_eq!(lapsed.state(), CertificateState::Lapsed);

    let guess = anybody.verify_certificate(check("00000-00000-00000-00000-00000-0")).await.unwrap_err();
    assert_eq!(guess.code(), Code::NotFound);
    assert_eq!(fields(&anybody.verify_certificate(check("")).await.unwrap_err()), ["code"]);
}
