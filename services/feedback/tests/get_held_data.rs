//! `GetHeldData`.

use kit::client::Outgoing;
use proto::{
    feedback::v1::{GetHeldDataRequest, held_data_service_client::HeldDataServiceClient},
    held::v1::HeldKind,
};

use crate::support::{committees::committee, company};

/// What is held about somebody: kinds and how many records of each.
async fn held(outgoing: Outgoing) -> Vec<HeldKind> {
    let mut client = HeldDataServiceClient::new(outgoing);
    client.get_held_data(GetHeldDataRequest {}).await.unwrap().into_inner().kinds
}

fn counts(kinds: &[HeldKind]) -> Vec<(&str, i32)> {
    kinds.iter().map(|k| (k.kind.as_str(), k.count)).collect()
}

#[tokio::test]
async fn what_was_said_with_a_name_is_told_and_what_was_said_without_is_nowhere() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    company.whisper("w1", "Nobody dares to say it", 1).await.unwrap();
    company.vote("w2", &made.name).await.unwrap();
    company.say("w2", &made.name, "Here as well").await.unwrap();
    company.settle().await;

    let writer = held(company.person("w1")).await;
    assert_eq!(writer[0].kind, "proposals");
    let titles: Vec<_> = writer[0].records.iter().map(|r| r.text.as_str()).collect();
    assert_eq!(titles, ["The CRM is slow"], "only the one with a name");
    assert!(!format!("{writer:?}").contains("Nobody dares"));
    let voter = held(company.person("w2")).await;
    let kinds = counts(&voter);
    assert!(kinds.contains(&("comments", 1)) && kinds.contains(&("votes", 1)), "{kinds:?}");
    let vote = voter.iter().find(|k| k.kind == "votes").unwrap();
    assert_eq!(
        (vote.records[0].text.as_str(), vote.records[0].day.as_str()),
        ("The CRM is slow", "2026-03-02")
    );
    assert!(held(company.person("e1")).await.is_empty());
    assert!(held(company.harness.as_stranger()).await.is_empty());
}

#[tokio::test]
async fn committees_and_meetings_are_told() {
    let office = committee().await;
    office.open_meeting(&["w1"]).await;
    let member = held(office.company.person("w1")).await;
    let kinds = counts(&member);
    assert!(kinds.contains(&("committees", 1)) && kinds.contains(&("meetings", 1)), "{kinds:?}");
    let meetings = member.iter().find(|k| k.kind == "meetings").unwrap();
    assert!(meetings.records[0].time.is_some(), "when it is");
    assert!(meetings.records[0].title.as_ref().is_some_and(|t| !t.en.is_empty()), "and what it is called");
}
