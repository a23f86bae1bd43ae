//! The job `remind`: terms that end, and champions to look again.

use proto::champions::v1::{
    ChampionState, ChampionTermEnded, EndReason, GetChampionRequest, UpdateChampionRequest,
};

use crate::support::{company, programme};

#[tokio::test]
async fn a_term_is_announced_once_and_ends_after_its_last_day() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let nomination = company.consented(&crm, "w2").await;
    let champion = company.appoint(&nomination, &["west"]).await.unwrap();
    let shorter = proto::champions::v1::Champion { end_day: "2026-04-05".into(), ..champion.clone() };
    let mask = prost_types::FieldMask { paths: vec!["end_day".into()] };
    let request = UpdateChampionRequest { champion: Some(shorter), update_mask: Some(mask) };
    company.champions().update_champion(request).await.unwrap();
    company.days_pass(3).await;
    assert!(company.told::<ChampionTermEnded>().await.is_empty(), "33 days before");
    company.days_pass(10).await;
    let told = company.told::<ChampionTermEnded>().await;
    assert_eq!(told.iter().map(ChampionTermEnded::reason).collect::<Vec<_>>(), [EndReason::Unspecified]);
    company.days_pass(21).await;
    let get = || GetChampionRequest { name: champion.name.clone() };
    let last_day = company.champions().get_champion(get()).await.unwrap().into_inner();
    assert_eq!(last_day.state(), ChampionState::Active, "its last day is included");
    company.days_pass(1).await;
    let over = company.champions().get_champion(get()).await.unwrap().into_inner();
    assert_eq!((over.end_reason(), over.end_day.as_str()), (EndReason::Term, "2026-04-05"));
    assert_eq!(company.roles_of("w2"), [] as [String; 0]);
    assert_eq!(company.told::<ChampionTermEnded>().await.len(), 2);
}
