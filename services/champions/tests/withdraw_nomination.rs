//! `WithdrawNomination`.

use proto::champions::v1::{NominationState, WithdrawNominationRequest};
use tonic::Code;

use crate::support::{company, programme, reason};

#[tokio::test]
async fn the_nominee_and_whoever_nominated_may_and_not_after_the_appointment() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let made = company.nominate(&crm, "w3", "w2").await.unwrap().name;
    let back = |name: &str| WithdrawNominationRequest { name: name.into() };
    let other = company.nominations("w4").withdraw_nomination(back(&made)).await.unwrap_err();
    assert_eq!(other.code(), Code::NotFound);
    for who in ["w2", "w3"] {
        let gone = company.nominations(who).withdraw_nomination(back(&made)).await.unwrap().into_inner();
        assert_eq!(gone.state(), NominationState::Withdrawn);
    }
    let nomination = company.consented(&crm, "w5").await;
    company.appoint(&nomination, &["west"]).await.unwrap();
    let late = company.nominations("w5").withdraw_nomination(back(&nomination.name)).await.unwrap_err();
    assert_eq!(reason(&late), "NOMINATION_CLOSED");
}
