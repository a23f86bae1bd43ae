//! The images of proposals.

mod add_attachment;
pub(super) mod adding;
mod delete_attachment;
mod get_attachment;

use proto::feedback::v1::{self as pb, attachment_service_server::AttachmentService};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl AttachmentService for Feedback {
    async fn add_attachment(
        &self,
        r: Request<pb::AddAttachmentRequest>,
    ) -> Result<Response<pb::Attachment>, Status> {
        Ok(add_attachment::add_attachment(self, r).await?)
    }

    async fn get_attachment(
        &self,
        r: Request<pb::GetAttachmentRequest>,
    ) -> Result<Response<pb::AttachmentContent>, Status> {
        Ok(get_attachment::get_attachment(self, r).await?)
    }

    async fn delete_attachment(
        &self,
        r: Request<pb::DeleteAttachmentRequest>,
    ) -> Result<Response<pb::DeleteAttachmentResponse>, Status> {
        Ok(delete_attachment::delete_attachment(self, r).await?)
    }
}
