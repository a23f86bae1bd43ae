//! How many of a frozen roster have completed courses. Only services ask, and nobody is named in an answer.

mod get_team_completion;

use proto::training::v1::{self as pb, team_completion_service_server::TeamCompletionService};
use tonic::{Request, Response, Status, async_trait};

use crate::Training;

#[async_trait]
impl TeamCompletionService for Training {
    async fn get_team_completion(
        &self,
        r: Request<pb::GetTeamCompletionRequest>,
    ) -> Result<Response<pb::TeamCompletion>, Status> {
        Ok(get_team_completion::get_team_completion(self, r).await?)
    }
}
