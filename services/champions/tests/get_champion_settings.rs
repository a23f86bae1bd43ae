//! `GetChampionSettings`.

use proto::champions::v1::{GetChampionSettingsRequest, coverage_service_client::CoverageServiceClient};
use tonic::Code;

use crate::support::{company, parent};

#[tokio::test]
async fn everybody_reads_what_the_organization_wants() {
    let company = company().await;
    let get = || GetChampionSettingsRequest { parent: parent() };
    let mut member = CoverageServiceClient::new(company.person("w2"));
    let settings = member.get_champion_settings(get()).await.unwrap().into_inner();
    assert_eq!((settings.people_per_champion, settings.remind_days), (25, 30));
    let mut stranger = CoverageServiceClient::new(company.harness.as_stranger());
    assert_eq!(stranger.get_champion_settings(get()).await.unwrap_err().code(), Code::NotFound);
}
