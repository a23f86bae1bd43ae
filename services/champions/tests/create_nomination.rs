//! `CreateNomination`.

use proto::champions::v1::{
    CreateNominationRequest, DecideNominationRequest, NominationKind, NominationRequested, NominationState,
    WithdrawNominationRequest,
};
use tonic::Code;

use crate::support::{company, fields, name, parent, programme, reason};

#[tokio::test]
async fn oneself_goes_to_the_manager_a_colleague_and_a_manager_to_the_nominee() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let own = company.nominate(&crm, "w2", "w2").await.unwrap();
    assert_eq!((own.kind(), own.state()), (NominationKind::Self_, NominationState::AwaitingConsent));
    assert_eq!(
        (own.manager.as_str(), own.manager_display_name.as_str()),
        (name("people", "w1").as_str(), "W1")
    );
    let colleague = company.nominate(&crm, "w2", "w3").await.unwrap();
    assert_eq!((colleague.kind(), colleague.state()), (NominationKind::Colleague, NominationState::Proposed));
    let manager = company.nominate(&crm, "w1", "w4").await.unwrap();
    assert_eq!((manager.kind(), manager.state()), (NominationKind::Manager, NominationState::Proposed));
    let asked = company.told::<NominationRequested>().await;
    let asked: Vec<_> =
        asked.iter().map(|e| (e.asked.rsplit('/').next().unwrap().to_owned(), e.consent)).collect();
    assert_eq!(asked, [("w1".to_owned(), true), ("w3".to_owned(), false), ("w4".to_owned(), false)]);
    let without = company.nominate(&crm, "w1", "w1").await.unwrap();
    assert_eq!(without.manager, "", "HR decides");
}

#[tokio::test]
async fn somebody_is_nominated_once_at_a_time_and_a_no_stands_for_a_while() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let made = company.nominate(&crm, "w2", "w2").await.unwrap();
    let twice = company.nominate(&crm, "w3", "w2").await.unwrap_err();
    assert_eq!(twice.code(), Code::AlreadyExists);
    let no = DecideNominationRequest { name: made.name, consent: false, decline_reason: "Audit.".into() };
    company.nominations("w1").decide_nomination(no).await.unwrap();
    let again = company.nominate(&crm, "w3", "w2").await.unwrap_err();
    assert_eq!(reason(&again), "DECLINED_RECENTLY");
    company.harness.clock.advance(std::time::Duration::from_hours(90 * 24));
    company.nominate(&crm, "w3", "w2").await.unwrap();
    let (_, champion) = (crm.clone(), company.champion(&crm, "e2", &["east"]).await);
    let is_one = company.nominate(&crm, "e3", "e2").await.unwrap_err();
    assert_eq!((is_one.code(), champion.person), (Code::AlreadyExists, name("people", "e2")));
}

#[tokio::test]
async fn nobody_nominates_by_the_dozen() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let mut first = String::new();
    for i in 2..12 {
        let made = company.nominate(&crm, "w2", &format!("n{i}")).await.unwrap();
        first = made.name;
    }
    let more = company.nominate(&crm, "w2", "n12").await.unwrap_err();
    assert_eq!(reason(&more), "TOO_MANY_NOMINATIONS");
    let back = WithdrawNominationRequest { name: first };
    company.nominations("w2").withdraw_nomination(back).await.unwrap();
    company.nominate(&crm, "w2", "n12").await.unwrap();
}

#[tokio::test]
async fn who_and_what_must_be_there_and_the_same_request_is_one_nomination() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let request = |programme: &str, nominee: &str, why: &str| CreateNominationRequest {
        parent: parent(),
        programme: programme.into(),
        nominee: nominee.into(),
        reason: why.into(),
        request_id: "r".into(),
    };
    let mut client = company.nominations("w2");
    let bad = client.create_nomination(request("crm", "x", "")).await.unwrap_err();
    assert_eq!(fields(&bad), ["programme", "nominee", "reason"]);
    let absent = request(&name("programmes", "none"), &name("people", "none"), "Why.");
    assert_eq!(fields(&client.create_nomination(absent).await.unwrap_err()), ["programme", "nominee"]);
    let megabyte = request(&crm, "", &"x".repeat(900_000));
    assert_eq!(fields(&client.create_nomination(megabyte).await.unwrap_err()), ["reason"]);
    let made = client.create_nomination(request(&crm, "", "I like it.")).await.unwrap().into_inner();
    let again = client.create_nomination(request(&crm, "", "I like it.")).await.unwrap().into_inner();
    assert_eq!((made.nominee.as_str(), &again), (name("people", "w2").as_str(), &made));
}
