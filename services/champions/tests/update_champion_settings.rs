//! `UpdateChampionSettings`.

use proto::champions::v1::{ChampionSettings, CoverageState, UpdateChampionSettingsRequest};
use tonic::Code;

use crate::support::{company, fields, parent};

fn update(people: i32, remind: i32, etag: &str) -> UpdateChampionSettingsRequest {
    let settings = ChampionSettings { people_per_champion: people, remind_days: remind, etag: etag.into() };
    UpdateChampionSettingsRequest { parent: parent(), settings: Some(settings) }
}

#[tokio::test]
async fn coverage_is_counted_again_with_them() {
    let company = company().await;
    company.with_champion().await;
    assert_eq!(company.covered_team("west").await.state(), CoverageState::Covered);
    let saved = company.coverage().update_champion_settings(update(5, 14, "0")).await.unwrap().into_inner();
    company.settle().await;
    assert_eq!(company.covered_team("west").await.state(), CoverageState::Stretched);
    let stale = company.coverage().update_champion_settings(update(9, 14, "0")).await.unwrap_err();
    assert_eq!((stale.code(), saved.etag.as_str()), (Code::Aborted, "1"));
    let error = company.coverage().update_champion_settings(update(0, 91, "")).await.unwrap_err();
    assert_eq!(fields(&error), ["settings.people_per_champion", "settings.remind_days"]);
}
