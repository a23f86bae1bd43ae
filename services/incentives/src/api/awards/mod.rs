//! Prizes of teams: chosen together, approved, and used.

mod approve_redemption;
mod choose_reward;
mod get_award;
mod get_redemption;
mod list_awards;
mod list_redemptions;
mod propose_reward;
mod reject_redemption;
mod show_voucher;
mod use_voucher;
mod view;

use proto::incentives::v1::{self as pb, award_service_server::AwardService};
use tonic::{Request, Response, Status, async_trait};

use crate::Incentives;

#[async_trait]
impl AwardService for Incentives {
    async fn list_awards(
        &self,
        r: Request<pb::ListAwardsRequest>,
    ) -> Result<Response<pb::ListAwardsResponse>, Status> {
        Ok(list_awards::list_awards(self, r).await?)
    }

    async fn get_award(&self, r: Request<pb::GetAwardRequest>) -> Result<Response<pb::Award>, Status> {
        Ok(get_award::get_award(self, r).await?)
    }

    async fn propose_reward(
        &self,
        r: Request<pb::ProposeRewardRequest>,
    ) -> Result<Response<pb::Award>, Status> {
        Ok(propose_reward::propose_reward(self, r).await?)
    }

    async fn choose_reward(
        &self,
        r: Request<pb::ChooseRewardRequest>,
    ) -> Result<Response<pb::Award>, Status> {
        Ok(choose_reward::choose_reward(self, r).await?)
    }

    async fn list_redemptions(
        &self,
        r: Request<pb::ListRedemptionsRequest>,
    ) -> Result<Response<pb::ListRedemptionsResponse>, Status> {
        Ok(list_redemptions::list_redemptions(self, r).await?)
    }

    async fn get_redemption(
        &self,
        r: Request<pb::GetRedemptionRequest>,
    ) -> Result<Response<pb::Redemption>, Status> {
        Ok(get_redemption::get_redemption(self, r).await?)
    }

    async fn approve_redemption(
        &self,
        r: Request<pb::ApproveRedemptionRequest>,
    ) -> Result<Response<pb::Redemption>, Status> {
        Ok(approve_redemption::approve_redemption(self, r).await?)
    }

    async fn reject_redemption(
        &self,
        r: Request<pb::RejectRedemptionRequest>,
    ) -> Result<Response<pb::Redemption>, Status> {
        Ok(reject_redemption::reject_redemption(self, r).await?)
    }

    async fn show_voucher(
        &self,
        r: Request<pb::ShowVoucherRequest>,
    ) -> Result<Response<pb::Voucher>, Status> {
        Ok(show_voucher::show_voucher(self, r).await?)
    }

    async fn use_voucher(
        &self,
        r: Request<pb::UseVoucherRequest>,
    ) -> Result<Response<pb::Redemption>, Status> {
        Ok(use_voucher::use_voucher(self, r).await?)
    }
}
