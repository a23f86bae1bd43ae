//! What employees suggest, report and ask.

mod create_proposal;
pub(super) mod draft;
mod follow_proposal;
mod get_proposal;
mod list_proposal_tags;
mod list_proposals;
mod list_status_changes;
mod report_content;
pub(super) mod seeing;
mod suggest_proposals;
mod unfollow_proposal;
mod update_proposal;
pub(super) mod view;
mod vote_proposal;
mod withdraw_vote;

use proto::feedback::v1::{self as pb, proposal_service_server::ProposalService};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl ProposalService for Feedback {
    async fn create_proposal(
        &self,
        r: Request<pb::CreateProposalRequest>,
    ) -> Result<Response<pb::Proposal>, Status> {
        Ok(create_proposal::create_proposal(self, r).await?)
    }

    async fn get_proposal(
        &self,
        r: Request<pb::GetProposalRequest>,
    ) -> Result<Response<pb::Proposal>, Status> {
        Ok(get_proposal::get_proposal(self, r).await?)
    }

    async fn list_proposals(
        &self,
        r: Request<pb::ListProposalsRequest>,
    ) -> Result<Response<pb::ListProposalsResponse>, Status> {
        Ok(list_proposals::list_proposals(self, r).await?)
    }

    async fn update_proposal(
        &self,
        r: Request<pb::UpdateProposalRequest>,
    ) -> Result<Response<pb::Proposal>, Status> {
        Ok(update_proposal::update_proposal(self, r).await?)
    }

    async fn suggest_proposals(
        &self,
        r: Request<pb::SuggestProposalsRequest>,
    ) -> Result<Response<pb::SuggestProposalsResponse>, Status> {
        Ok(suggest_proposals::suggest_proposals(self, r).await?)
    }

    async fn vote_proposal(
        &self,
        r: Request<pb::VoteProposalRequest>,
    ) -> Result<Response<pb::Proposal>, Status> {
        Ok(vote_proposal::vote_proposal(self, r).await?)
    }

    async fn withdraw_vote(
        &self,
        r: Request<pb::WithdrawVoteRequest>,
    ) -> Result<Response<pb::Proposal>, Status> {
        Ok(withdraw_vote::withdraw_vote(self, r).await?)
    }

    async fn follow_proposal(
        &self,
        r: Request<pb::FollowProposalRequest>,
    ) -> Result<Response<pb::Proposal>, Status> {
        Ok(follow_proposal::follow_proposal(self, r).await?)
    }

    async fn unfollow_proposal(
        &self,
        r: Request<pb::UnfollowProposalRequest>,
    ) -> Result<Response<pb::Proposal>, Status> {
        Ok(unfollow_proposal::unfollow_proposal(self, r).await?)
    }

    async fn list_status_changes(
        &self,
        r: Request<pb::ListStatusChangesRequest>,
    ) -> Result<Response<pb::ListStatusChangesResponse>, Status> {
        Ok(list_status_changes::list_status_changes(self, r).await?)
    }

    async fn list_proposal_tags(
        &self,
        r: Request<pb::ListProposalTagsRequest>,
    ) -> Result<Response<pb::ListProposalTagsResponse>, Status> {
        Ok(list_proposal_tags::list_proposal_tags(self, r).await?)
    }

    async fn report_content(
        &self,
        r: Request<pb::ReportContentRequest>,
    ) -> Result<Response<pb::ReportContentResponse>, Status> {
        Ok(report_content::report_content(self, r).await?)
    }
}
