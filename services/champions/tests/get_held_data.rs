//! `GetHeldData`.

use kit::client::Outgoing;
use proto::{
    champions::v1::{
        CheckInKind, GetHeldDataRequest, ThankChampionRequest,
        held_data_service_client::HeldDataServiceClient,
    },
    held::v1::HeldKind,
};

use crate::support::company;

/// What is held about somebody: kinds and how many records of each.
async fn held(outgoing: Outgoing) -> Vec<HeldKind> {
    let mut client = HeldDataServiceClient::new(outgoing);
    client.get_held_data(GetHeldDataRequest {}).await.unwrap().into_inner().kinds
}

fn counts(kinds: &[HeldKind]) -> Vec<(&str, i32)> {
    kinds.iter().map(|k| (k.kind.as_str(), k.count)).collect()
}

#[tokio::test]
async fn champions_and_who_asks_them_see_what_is_held_about_them_and_nobody_else_does() {
    let company = company().await;
    let (programme, champion) = company.with_champion().await;
    company.nominate(&programme.name, "e1", "e2").await.unwrap();
    company.check_in("w2", "west", CheckInKind::Talk, "").await.unwrap();
    company.ask_for_help("h1", "w3").await;
    let post = company.post("w2", "How do you begin?").await.unwrap();
    company.answer("w2", &post.name, "With coffee").await.unwrap();
    let thanks =
        ThankChampionRequest { name: champion.name, text: "It worked".into(), request_id: String::new() };
    company.champions_as("w4").thank_champion(thanks).await.unwrap();
    company.settle().await;

    let champion = held(company.person("w2")).await;
    // The term itself, the team it covers, and the name in that team's coverage; nominee and nominator of the own nomination.
    let all = [("terms", 3), ("nominations", 2), ("check-ins", 1), ("space", 2), ("thanks", 1)];
    assert_eq!(counts(&champion), all);
    let words: Vec<_> = champion[3].records.iter().map(|r| r.text.as_str()).collect();
    assert_eq!(words, ["With coffee", "How do you begin?"], "newest first");
    assert_eq!(champion[2].records[0].text, "Between us.");
    assert!(
        champion.iter().all(|k| k.purpose.as_ref().is_some_and(|p| !p.fa.is_empty() && !p.ar.is_empty()))
    );
    assert_eq!(counts(&held(company.person("w3")).await), [("forwarded-help", 1)]);
    assert_eq!(counts(&held(company.person("w4")).await), [("thanks", 1)]);
    assert_eq!(counts(&held(company.person("w1")).await), [("nominations", 1)], "asked as the manager");
    assert_eq!(counts(&held(company.person("e2")).await), [("nominations", 1)]);
    assert!(held(company.person("n5")).await.is_empty());
    assert!(held(company.harness.as_stranger()).await.is_empty());
}
