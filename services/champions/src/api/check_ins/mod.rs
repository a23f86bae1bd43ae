//! What champions do with their teams.

mod complete_follow_up;
mod create_check_in;
mod delete_check_in;
mod list_check_ins;
pub(super) mod view;

use proto::champions::v1::{self as pb, check_in_service_server::CheckInService};
use tonic::{Request, Response, Status, async_trait};

use crate::Champions;

#[async_trait]
impl CheckInService for Champions {
    async fn create_check_in(
        &self,
        r: Request<pb::CreateCheckInRequest>,
    ) -> Result<Response<pb::CheckIn>, Status> {
        Ok(create_check_in::create_check_in(self, r).await?)
    }

    async fn list_check_ins(
        &self,
        r: Request<pb::ListCheckInsRequest>,
    ) -> Result<Response<pb::ListCheckInsResponse>, Status> {
        Ok(list_check_ins::list_check_ins(self, r).await?)
    }

    async fn complete_follow_up(
        &self,
        r: Request<pb::CompleteFollowUpRequest>,
    ) -> Result<Response<pb::CheckIn>, Status> {
        Ok(complete_follow_up::complete_follow_up(self, r).await?)
    }

    async fn delete_check_in(
        &self,
        r: Request<pb::DeleteCheckInRequest>,
    ) -> Result<Response<pb::DeleteCheckInResponse>, Status> {
        Ok(delete_check_in::delete_check_in(self, r).await?)
    }
}
