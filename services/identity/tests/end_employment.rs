//! `EndEmployment`.

use proto::identity::v1::EndEmploymentRequest;
use tonic::Code;

use crate::support::{PASSWORD, acme, broken, id, parent, reason};

fn end(name: &str, day: &str) -> EndEmploymentRequest {
    EndEmploymentRequest { name: name.into(), end_day: day.into() }
}

#[tokio::test]
async fn whoever_left_can_no_longer_sign_in() {
    let acme = acme().await;
    let sara = acme.somebody("sara").await;
    acme.welcome(&sara).await;
    let (_, cookie) = acme.sign_in("sara@acme.example", PASSWORD).await.unwrap();
    let left = acme.people().end_employment(end(&sara.name, "2026-03-01")).await.unwrap().into_inner();
    assert_eq!(left.employment_end_day, "2026-03-01");
    let again = acme.people().end_employment(end(&sara.name, "2026-03-01")).await.unwrap().into_inner();
    assert_eq!(again.revision, left.revision);
    assert_eq!(reason(acme.sign_in("sara@acme.example", PASSWORD).await).1, "WRONG_CREDENTIALS");
    assert_eq!(reason(acme.refresh(&cookie).await).1, "SESSION_ENDED");
    assert_eq!(acme.find("sara").await.len(), 0, "left out unless asked for");
}

#[tokio::test]
async fn a_day_in_the_future_ends_nothing_yet() {
    let acme = acme().await;
    let sara = acme.somebody("sara").await;
    acme.welcome(&sara).await;
    acme.people().end_employment(end(&sara.name, "2026-03-05")).await.unwrap();
    let (_, cookie) = acme.sign_in("sara@acme.example", PASSWORD).await.unwrap();
    acme.harness.clock.advance(std::time::Duration::from_hours(4 * 24));
    assert_eq!(reason(acme.refresh(&cookie).await).1, "SESSION_ENDED");
}

#[tokio::test]
async fn nobody_ends_before_the_beginning_and_the_last_administrator_stays() {
    let acme = acme().await;
    let sara = acme.somebody("sara").await;
    let rules = broken(acme.people().end_employment(end(&sara.name, "2024-12-31")).await);
    assert_eq!(rules, [("end_day".into(), "TOO_EARLY".into())]);
    let boss = format!("{}/people/{}", parent(), id(&acme.boss));
    let refused = reason(acme.people().end_employment(end(&boss, "2026-03-01")).await);
    assert_eq!(refused, (Code::FailedPrecondition, "LAST_ADMIN".into()));
}
