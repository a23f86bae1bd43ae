//! Answering proposals, and keeping them in order.

mod approve_content;
pub(super) mod content;
mod hide_content;
mod list_moderation_queue;
mod merge_proposals;
mod restore_content;
mod set_proposal_status;
mod set_proposal_tags;

use proto::feedback::v1::{self as pb, moderation_service_server::ModerationService};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl ModerationService for Feedback {
    async fn set_proposal_status(
        &self,
        r: Request<pb::SetProposalStatusRequest>,
    ) -> Result<Response<pb::Proposal>, Status> {
        Ok(set_proposal_status::set_proposal_status(self, r).await?)
    }

    async fn merge_proposals(
        &self,
        r: Request<pb::MergeProposalsRequest>,
    ) -> Result<Response<pb::Proposal>, Status> {
        Ok(merge_proposals::merge_proposals(self, r).await?)
    }

    async fn set_proposal_tags(
        &self,
        r: Request<pb::SetProposalTagsRequest>,
    ) -> Result<Response<pb::Proposal>, Status> {
        Ok(set_proposal_tags::set_proposal_tags(self, r).await?)
    }

    async fn list_moderation_queue(
        &self,
        r: Request<pb::ListModerationQueueRequest>,
    ) -> Result<Response<pb::ListModerationQueueResponse>, Status> {
        Ok(list_moderation_queue::list_moderation_queue(self, r).await?)
    }

    async fn hide_content(
        &self,
        r: Request<pb::HideContentRequest>,
    ) -> Result<Response<pb::ModeratedContent>, Status> {
        Ok(hide_content::hide_content(self, r).await?)
    }

    async fn restore_content(
        &self,
        r: Request<pb::RestoreContentRequest>,
    ) -> Result<Response<pb::ModeratedContent>, Status> {
        Ok(restore_content::restore_content(self, r).await?)
    }

    async fn approve_content(
        &self,
        r: Request<pb::ApproveContentRequest>,
    ) -> Result<Response<pb::ModeratedContent>, Status> {
        Ok(approve_content::approve_content(self, r).await?)
    }
}
