//! Flags, and what people decide about them.

mod confirm_flag;
mod get_flag;
pub(in crate::api) mod list_flags;
mod load;
mod reject_flag;
pub(in crate::api) mod reply;
mod snooze_flag;

use proto::adoption::v1::{self as pb, flag_service_server::FlagService};
use tonic::{Request, Response, Status};

use super::Api;

#[tonic::async_trait]
impl FlagService for Api {
    async fn list_flags(
        &self,
        request: Request<pb::ListFlagsRequest>,
    ) -> Result<Response<pb::ListFlagsResponse>, Status> {
        Ok(list_flags::list_flags(&self.0, request).await?)
    }

    async fn get_flag(&self, request: Request<pb::GetFlagRequest>) -> Result<Response<pb::Flag>, Status> {
        Ok(get_flag::get_flag(&self.0, request).await?)
    }

    async fn confirm_flag(
        &self,
        request: Request<pb::ConfirmFlagRequest>,
    ) -> Result<Response<pb::Flag>, Status> {
        Ok(confirm_flag::confirm_flag(&self.0, request).await?)
    }

    async fn snooze_flag(
        &self,
        request: Request<pb::SnoozeFlagRequest>,
    ) -> Result<Response<pb::Flag>, Status> {
        Ok(snooze_flag::snooze_flag(&self.0, request).await?)
    }

    async fn reject_flag(
        &self,
        request: Request<pb::RejectFlagRequest>,
    ) -> Result<Response<pb::Flag>, Status> {
        Ok(reject_flag::reject_flag(&self.0, request).await?)
    }
}
