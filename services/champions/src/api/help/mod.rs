//! What colleagues asked for in courses.

mod answer_forwarded_help;
mod list_forwarded_help;
pub(super) mod view;

use proto::champions::v1::{self as pb, forwarded_help_service_server::ForwardedHelpService};
use tonic::{Request, Response, Status, async_trait};

use crate::Champions;

#[async_trait]
impl ForwardedHelpService for Champions {
    async fn list_forwarded_help(
        &self,
        r: Request<pb::ListForwardedHelpRequest>,
    ) -> Result<Response<pb::ListForwardedHelpResponse>, Status> {
        Ok(list_forwarded_help::list_forwarded_help(self, r).await?)
    }

    async fn answer_forwarded_help(
        &self,
        r: Request<pb::AnswerForwardedHelpRequest>,
    ) -> Result<Response<pb::ForwardedHelp>, Status> {
        Ok(answer_forwarded_help::answer_forwarded_help(self, r).await?)
    }
}
