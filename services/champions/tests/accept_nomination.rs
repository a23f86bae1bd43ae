//! `AcceptNomination`.

use proto::champions::v1::{
    AcceptNominationRequest, NominationDecided, NominationRequested, NominationState,
    WithdrawNominationRequest,
};
use tonic::Code;

use crate::support::{company, name, programme, reason};

#[tokio::test]
async fn the_manager_is_asked_once_after_the_nominees_yes() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let made = company.nominate(&crm, "w3", "w2").await.unwrap().name;
    let yes = || AcceptNominationRequest { name: made.clone() };
    let other = company.nominations("w3").accept_nomination(yes()).await.unwrap_err();
    assert_eq!(other.code(), Code::PermissionDenied, "nobody says yes for somebody else");
    for _ in 0..2 {
        let accepted = company.nominations("w2").accept_nomination(yes()).await.unwrap().into_inner();
        assert_eq!(accepted.state(), NominationState::AwaitingConsent);
    }
    let asked = company.told::<NominationRequested>().await;
    let consents: Vec<_> = asked.iter().filter(|e| e.consent).map(|e| e.asked.clone()).collect();
    assert_eq!(consents, [name("people", "w1")]);
}

#[tokio::test]
async fn a_managers_own_nomination_needs_only_the_yes_and_a_no_is_final() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let made = company.nominate(&crm, "w1", "w2").await.unwrap().name;
    let yes = AcceptNominationRequest { name: made };
    let accepted = company.nominations("w2").accept_nomination(yes).await.unwrap().into_inner();
    assert_eq!(accepted.state(), NominationState::Consented);
    assert_eq!(company.told::<NominationDecided>().await.len(), 1);
    let made = company.nominate(&crm, "w1", "w3").await.unwrap().name;
    let no = WithdrawNominationRequest { name: made.clone() };
    company.nominations("w3").withdraw_nomination(no).await.unwrap();
    let late = company
        .nominations("w3")
        .accept_nomination(AcceptNominationRequest { name: made })
        .await
        .unwrap_err();
    assert_eq!(reason(&late), "NOMINATION_CLOSED");
}
