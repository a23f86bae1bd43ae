//! Proposals without a name. Nothing here logs, and nothing but the proposal itself is stored: see the contract.

mod add_anonymous_attachment;
mod answer_anonymously;
mod by_secret;
mod follow_anonymous_proposal;
mod submit_anonymous_proposal;

use proto::feedback::v1::{self as pb, anonymous_service_server::AnonymousService};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl AnonymousService for Feedback {
    async fn submit_anonymous_proposal(
        &self,
        r: Request<pb::SubmitAnonymousProposalRequest>,
    ) -> Result<Response<pb::Proposal>, Status> {
        Ok(submit_anonymous_proposal::submit_anonymous_proposal(self, r).await?)
    }

    async fn follow_anonymous_proposal(
        &self,
        r: Request<pb::FollowAnonymousProposalRequest>,
    ) -> Result<Response<pb::FollowAnonymousProposalResponse>, Status> {
        Ok(follow_anonymous_proposal::follow_anonymous_proposal(self, r).await?)
    }

    async fn answer_anonymously(
        &self,
        r: Request<pb::AnswerAnonymouslyRequest>,
    ) -> Result<Response<pb::ProposalComment>, Status> {
        Ok(answer_anonymously::answer_anonymously(self, r).await?)
    }

    async fn add_anonymous_attachment(
        &self,
        r: Request<pb::AddAnonymousAttachmentRequest>,
    ) -> Result<Response<pb::Attachment>, Status> {
        Ok(add_anonymous_attachment::add_anonymous_attachment(self, r).await?)
    }
}
