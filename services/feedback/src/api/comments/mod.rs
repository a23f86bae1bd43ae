//! What is said about proposals.

mod create_comment;
mod delete_comment;
mod list_comments;
pub(super) mod view;

pub(super) use create_comment::add;

use proto::feedback::v1::{self as pb, proposal_comment_service_server::ProposalCommentService};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl ProposalCommentService for Feedback {
    async fn create_comment(
        &self,
        r: Request<pb::CreateCommentRequest>,
    ) -> Result<Response<pb::ProposalComment>, Status> {
        Ok(create_comment::create_comment(self, r).await?)
    }

    async fn list_comments(
        &self,
        r: Request<pb::ListCommentsRequest>,
    ) -> Result<Response<pb::ListCommentsResponse>, Status> {
        Ok(list_comments::list_comments(self, r).await?)
    }

    async fn delete_comment(
        &self,
        r: Request<pb::DeleteCommentRequest>,
    ) -> Result<Response<pb::DeleteCommentResponse>, Status> {
        Ok(delete_comment::delete_comment(self, r).await?)
    }
}
