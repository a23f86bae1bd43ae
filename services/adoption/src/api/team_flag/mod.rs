//! Which teams were flagged, for other services.

mod list_team_flags;

use proto::adoption::v1::{self as pb, team_flag_service_server::TeamFlagService};
use tonic::{Request, Response, Status};

use super::Api;

#[tonic::async_trait]
impl TeamFlagService for Api {
    async fn list_team_flags(
        &self,
        request: Request<pb::ListTeamFlagsRequest>,
    ) -> Result<Response<pb::ListTeamFlagsResponse>, Status> {
        Ok(list_team_flags::list_team_flags(&self.0, request).await?)
    }
}
