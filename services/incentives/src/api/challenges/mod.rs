//! Goals that teams reach together.

mod cancel_challenge;
mod create_challenge;
mod get_challenge;
mod list_challenges;
mod propose_challenge;
mod start_challenge;
mod update_challenge;
mod view;

use proto::incentives::v1::{self as pb, challenge_service_server::ChallengeService};
use tonic::{Request, Response, Status, async_trait};

use crate::Incentives;

#[async_trait]
impl ChallengeService for Incentives {
    async fn create_challenge(
        &self,
        r: Request<pb::CreateChallengeRequest>,
    ) -> Result<Response<pb::Challenge>, Status> {
        Ok(create_challenge::create_challenge(self, r).await?)
    }

    async fn get_challenge(
        &self,
        r: Request<pb::GetChallengeRequest>,
    ) -> Result<Response<pb::Challenge>, Status> {
        Ok(get_challenge::get_challenge(self, r).await?)
    }

    async fn list_challenges(
        &self,
        r: Request<pb::ListChallengesRequest>,
    ) -> Result<Response<pb::ListChallengesResponse>, Status> {
        Ok(list_challenges::list_challenges(self, r).await?)
    }

    async fn update_challenge(
        &self,
        r: Request<pb::UpdateChallengeRequest>,
    ) -> Result<Response<pb::Challenge>, Status> {
        Ok(update_challenge::update_challenge(self, r).await?)
    }

    async fn start_challenge(
        &self,
        r: Request<pb::StartChallengeRequest>,
    ) -> Result<Response<pb::Challenge>, Status> {
        Ok(start_challenge::start_challenge(self, r).await?)
    }

    async fn cancel_challenge(
        &self,
        r: Request<pb::CancelChallengeRequest>,
    ) -> Result<Response<pb::Challenge>, Status> {
        Ok(cancel_challenge::cancel_challenge(self, r).await?)
    }

    async fn propose_challenge(
        &self,
        r: Request<pb::ProposeChallengeRequest>,
    ) -> Result<Response<pb::Challenge>, Status> {
        Ok(propose_challenge::propose_challenge(self, r).await?)
    }
}
