//! Minutes of meetings.

mod approve_minutes;
mod convert;
mod draft_minutes;
mod drafting;
mod export_minutes;
mod finding;
mod get_minutes;
mod update_minutes;

use proto::feedback::v1::{self as pb, minutes_service_server::MinutesService};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl MinutesService for Feedback {
    async fn get_minutes(&self, r: Request<pb::GetMinutesRequest>) -> Result<Response<pb::Minutes>, Status> {
        Ok(get_minutes::get_minutes(self, r).await?)
    }

    async fn draft_minutes(
        &self,
        r: Request<pb::DraftMinutesRequest>,
    ) -> Result<Response<pb::Minutes>, Status> {
        Ok(draft_minutes::draft_minutes(self, r).await?)
    }

    async fn update_minutes(
        &self,
        r: Request<pb::UpdateMinutesRequest>,
    ) -> Result<Response<pb::Minutes>, Status> {
        Ok(update_minutes::update_minutes(self, r).await?)
    }

    async fn approve_minutes(
        &self,
        r: Request<pb::ApproveMinutesRequest>,
    ) -> Result<Response<pb::Minutes>, Status> {
        Ok(approve_minutes::approve_minutes(self, r).await?)
    }

    async fn export_minutes(
        &self,
        r: Request<pb::ExportMinutesRequest>,
    ) -> Result<Response<pb::MinutesFile>, Status> {
        Ok(export_minutes::export_minutes(self, r).await?)
    }
}
