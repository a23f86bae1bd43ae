//! Which teams have a champion.

mod get_champion_settings;
mod list_team_coverage;
mod update_champion_settings;

use proto::champions::v1::{self as pb, coverage_service_server::CoverageService};
use tonic::{Request, Response, Status, async_trait};

use crate::Champions;

#[async_trait]
impl CoverageService for Champions {
    async fn list_team_coverage(
        &self,
        r: Request<pb::ListTeamCoverageRequest>,
    ) -> Result<Response<pb::ListTeamCoverageResponse>, Status> {
        Ok(list_team_coverage::list_team_coverage(self, r).await?)
    }

    async fn get_champion_settings(
        &self,
        r: Request<pb::GetChampionSettingsRequest>,
    ) -> Result<Response<pb::ChampionSettings>, Status> {
        Ok(get_champion_settings::get_champion_settings(self, r).await?)
    }

    async fn update_champion_settings(
        &self,
        r: Request<pb::UpdateChampionSettingsRequest>,
    ) -> Result<Response<pb::ChampionSettings>, Status> {
        Ok(update_champion_settings::update_champion_settings(self, r).await?)
    }
}
