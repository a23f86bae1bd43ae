//! `DecideNomination`.

use proto::{
    champions::v1::{DecideNominationRequest, NominationDecided, NominationState},
    identity::v1 as identity,
};
use tonic::Code;

use crate::support::{company, fields, name, person, programme, reason};

fn decide(name: &str, consent: bool, why: &str) -> DecideNominationRequest {
    DecideNominationRequest { name: name.into(), consent, decline_reason: why.into() }
}

#[tokio::test]
async fn the_manager_decides_once() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let made = company.nominate(&crm, "w2", "w2").await.unwrap().name;
    let own = company.nominations("w2").decide_nomination(decide(&made, true, "")).await.unwrap_err();
    assert_eq!(own.code(), Code::PermissionDenied);
    let hr = company.nominations_of_hr().decide_nomination(decide(&made, true, "")).await.unwrap_err();
    assert_eq!(hr.code(), Code::PermissionDenied, "the directory knows a manager");
    for _ in 0..2 {
        let yes = company.nominations("w1").decide_nomination(decide(&made, true, "")).await.unwrap();
        assert_eq!(yes.into_inner().state(), NominationState::Consented);
    }
    let no = company
        .nominations("w1")
        .decide_nomination(decide(&made, false, "After all not."))
        .await
        .unwrap_err();
    assert_eq!(reason(&no), "NOMINATION_CLOSED");
    assert_eq!(company.told::<NominationDecided>().await.len(), 1);
}

#[tokio::test]
async fn a_no_has_a_reason_and_a_yes_has_none() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let made = company.nominate(&crm, "w2", "w2").await.unwrap().name;
    let mut manager = company.nominations("w1");
    assert_eq!(
        fields(&manager.decide_nomination(decide(&made, false, " ")).await.unwrap_err()),
        ["decline_reason"]
    );
    assert_eq!(
        fields(&manager.decide_nomination(decide(&made, true, "x")).await.unwrap_err()),
        ["decline_reason"]
    );
    let no = manager.decide_nomination(decide(&made, false, "Audit.")).await.unwrap().into_inner();
    assert_eq!((no.state(), no.decline_reason.as_str()), (NominationState::Declined, "Audit."));
}

#[tokio::test]
async fn hr_decides_where_the_directory_knows_no_manager() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let made = company.nominate(&crm, "w1", "w1").await.unwrap().name;
    let own = company.nominations("w1").decide_nomination(decide(&made, true, "")).await.unwrap_err();
    assert_eq!(own.code(), Code::PermissionDenied);
    let yes =
        company.nominations_of_hr().decide_nomination(decide(&made, true, "")).await.unwrap().into_inner();
    assert_eq!(yes.state(), NominationState::Consented);
}

#[tokio::test]
async fn nobody_in_hr_consents_to_being_a_champion() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let made = company.nominate(&crm, "hana", "hana").await.unwrap().name;
    let own = company.nominations_of_hr().decide_nomination(decide(&made, true, "")).await.unwrap_err();
    assert_eq!(own.code(), Code::PermissionDenied);
}

#[tokio::test]
async fn hr_decides_for_a_manager_who_has_left() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let made = company.nominate(&crm, "w2", "w2").await.unwrap();
    assert_eq!(made.manager, name("people", "w1"));
    let w1 = person("w1", "west", "");
    let w1 = identity::Person { revision: 2, employment_end_day: "2026-03-01".into(), ..w1 };
    company.hire(w1).await;
    let yes = company.nominations_of_hr().decide_nomination(decide(&made.name, true, "")).await.unwrap();
    assert_eq!(yes.into_inner().state(), NominationState::Consented);
    let next = company.nominate(&crm, "w3", "w3").await.unwrap();
    assert_eq!(next.manager, "", "whoever has left is not asked any more");
}
