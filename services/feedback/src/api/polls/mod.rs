//! Votes in meetings.

mod close_poll;
mod convert;
mod create_poll;
mod edit;
mod finding;
mod list_polls;
mod take_stance;
mod update_poll;

use proto::feedback::v1::{self as pb, poll_service_server::PollService};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl PollService for Feedback {
    async fn list_polls(
        &self,
        r: Request<pb::ListPollsRequest>,
    ) -> Result<Response<pb::ListPollsResponse>, Status> {
        Ok(list_polls::list_polls(self, r).await?)
    }

    async fn create_poll(&self, r: Request<pb::CreatePollRequest>) -> Result<Response<pb::Poll>, Status> {
        Ok(create_poll::create_poll(self, r).await?)
    }

    async fn update_poll(&self, r: Request<pb::UpdatePollRequest>) -> Result<Response<pb::Poll>, Status> {
        Ok(update_poll::update_poll(self, r).await?)
    }

    async fn take_stance(&self, r: Request<pb::TakeStanceRequest>) -> Result<Response<pb::Poll>, Status> {
        Ok(take_stance::take_stance(self, r).await?)
    }

    async fn close_poll(&self, r: Request<pb::ClosePollRequest>) -> Result<Response<pb::Poll>, Status> {
        Ok(close_poll::close_poll(self, r).await?)
    }
}
