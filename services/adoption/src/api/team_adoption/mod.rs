//! Where teams stand.

mod get_team_adoption;
mod get_team_gaps;
mod get_teams_overview;
mod list_team_statuses;
mod picture;
mod standings;

use proto::adoption::v1::{self as pb, team_adoption_service_server::TeamAdoptionService};
use tonic::{Request, Response, Status};

pub(crate) use self::standings::StandingsCache;
use super::Api;

#[tonic::async_trait]
impl TeamAdoptionService for Api {
    async fn list_team_statuses(
        &self,
        request: Request<pb::ListTeamStatusesRequest>,
    ) -> Result<Response<pb::ListTeamStatusesResponse>, Status> {
        Ok(list_team_statuses::list_team_statuses(&self.0, request).await?)
    }

    async fn get_team_adoption(
        &self,
        request: Request<pb::GetTeamAdoptionRequest>,
    ) -> Result<Response<pb::TeamAdoption>, Status> {
        Ok(get_team_adoption::get_team_adoption(&self.0, request).await?)
    }

    async fn get_teams_overview(
        &self,
        request: Request<pb::GetTeamsOverviewRequest>,
    ) -> Result<Response<pb::TeamsOverview>, Status> {
        Ok(get_teams_overview::get_teams_overview(&self.0, request).await?)
    }

    async fn get_team_gaps(
        &self,
        request: Request<pb::GetTeamGapsRequest>,
    ) -> Result<Response<pb::GetTeamGapsResponse>, Status> {
        Ok(get_team_gaps::get_team_gaps(&self.0, request).await?)
    }
}
