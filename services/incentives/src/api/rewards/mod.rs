//! The catalogue of rewards.

mod archive_reward;
mod create_reward;
mod get_reward;
mod list_rewards;
mod update_reward;

use proto::incentives::v1::{self as pb, reward_service_server::RewardService};
use tonic::{Request, Response, Status, async_trait};

use crate::Incentives;

#[async_trait]
impl RewardService for Incentives {
    async fn create_reward(
        &self,
        r: Request<pb::CreateRewardRequest>,
    ) -> Result<Response<pb::Reward>, Status> {
        Ok(create_reward::create_reward(self, r).await?)
    }

    async fn get_reward(&self, r: Request<pb::GetRewardRequest>) -> Result<Response<pb::Reward>, Status> {
        Ok(get_reward::get_reward(self, r).await?)
    }

    async fn list_rewards(
        &self,
        r: Request<pb::ListRewardsRequest>,
    ) -> Result<Response<pb::ListRewardsResponse>, Status> {
        Ok(list_rewards::list_rewards(self, r).await?)
    }

    async fn update_reward(
        &self,
        r: Request<pb::UpdateRewardRequest>,
    ) -> Result<Response<pb::Reward>, Status> {
        Ok(update_reward::update_reward(self, r).await?)
    }

    async fn archive_reward(
        &self,
        r: Request<pb::ArchiveRewardRequest>,
    ) -> Result<Response<pb::Reward>, Status> {
        Ok(archive_reward::archive_reward(self, r).await?)
    }
}
