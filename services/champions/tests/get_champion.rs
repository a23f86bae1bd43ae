//! `GetChampion`.

use proto::champions::v1::{GetChampionRequest, champion_service_client::ChampionServiceClient};
use tonic::Code;

use crate::support::{company, name};

#[tokio::test]
async fn those_who_look_after_champions_those_helped_and_oneself() {
    let company = company().await;
    let (_, champion) = company.with_champion().await;
    let get = || GetChampionRequest { name: champion.name.clone() };
    for who in ["w2", "w5"] {
        assert!(company.champions_as(who).get_champion(get()).await.is_ok(), "{who}");
    }
    assert!(company.champions().get_champion(get()).await.is_ok());
    let other = company.champions_as("n3").get_champion(get()).await.unwrap_err();
    assert_eq!(other.code(), Code::NotFound);
    let absent = GetChampionRequest { name: name("champions", "none") };
    assert_eq!(company.champions().get_champion(absent).await.unwrap_err().code(), Code::NotFound);
    let mut stranger = ChampionServiceClient::new(company.harness.as_stranger());
    assert_eq!(stranger.get_champion(get()).await.unwrap_err().code(), Code::NotFound);
}
