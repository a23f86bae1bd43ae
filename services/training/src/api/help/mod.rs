//! Asking trainers for help.

mod answer_help_request;
mod list_help_requests;
mod list_my_help_requests;
mod request_help;
pub(super) mod words;

use proto::training::v1::{help_service_server::HelpService, *};
use tonic::{Request, Response, Status, async_trait};

use crate::Training;

#[async_trait]
impl HelpService for Training {
    async fn request_help(&self, r: Request<RequestHelpRequest>) -> Result<Response<HelpRequest>, Status> {
        Ok(request_help::request_help(self, r).await?)
    }

    async fn list_my_help_requests(
        &self,
        r: Request<ListMyHelpRequestsRequest>,
    ) -> Result<Response<ListMyHelpRequestsResponse>, Status> {
        Ok(list_my_help_requests::list_my_help_requests(self, r).await?)
    }

    async fn list_help_requests(
        &self,
        r: Request<ListHelpRequestsRequest>,
    ) -> Result<Response<ListHelpRequestsResponse>, Status> {
        Ok(list_help_requests::list_help_requests(self, r).await?)
    }

    async fn answer_help_request(
        &self,
        r: Request<AnswerHelpRequestRequest>,
    ) -> Result<Response<HelpRequest>, Status> {
        Ok(answer_help_request::answer_help_request(self, r).await?)
    }
}
