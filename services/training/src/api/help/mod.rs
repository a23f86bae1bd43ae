//! Asking trainers for help.

mod answer;
mod answer_forwarded_help_request;
mod answer_help_request;
mod list_help_requests;
mod list_my_help_requests;
mod request_help;
pub(super) mod words;

use proto::training::v1::{self as pb, help_service_server::HelpService};
use tonic::{Request, Response, Status, async_trait};

use crate::Training;

#[async_trait]
impl HelpService for Training {
    async fn request_help(
        &self,
        r: Request<pb::RequestHelpRequest>,
    ) -> Result<Response<pb::HelpRequest>, Status> {
        Ok(request_help::request_help(self, r).await?)
    }

    async fn list_my_help_requests(
        &self,
        r: Request<pb::ListMyHelpRequestsRequest>,
    ) -> Result<Response<pb::ListMyHelpRequestsResponse>, Status> {
        Ok(list_my_help_requests::list_my_help_requests(self, r).await?)
    }

    async fn list_help_requests(
        &self,
        r: Request<pb::ListHelpRequestsRequest>,
    ) -> Result<Response<pb::ListHelpRequestsResponse>, Status> {
        Ok(list_help_requests::list_help_requests(self, r).await?)
    }

    async fn answer_help_request(
        &self,
        r: Request<pb::AnswerHelpRequestRequest>,
    ) -> Result<Response<pb::HelpRequest>, Status> {
        Ok(answer_help_request::answer_help_request(self, r).await?)
    }

    async fn answer_forwarded_help_request(
        &self,
        r: Request<pb::AnswerForwardedHelpRequestRequest>,
    ) -> Result<Response<pb::HelpRequest>, Status> {
        Ok(answer_forwarded_help_request::answer_forwarded_help_request(self, r).await?)
    }
}
