//! Finding champions.

mod accept_nomination;
mod create_nomination;
mod decide_nomination;
mod get_nomination;
mod list_my_nominations;
mod list_nominations;
pub(super) mod view;
mod withdraw_nomination;

use proto::champions::v1::{self as pb, nomination_service_server::NominationService};
use tonic::{Request, Response, Status, async_trait};

use crate::Champions;

#[async_trait]
impl NominationService for Champions {
    async fn create_nomination(
        &self,
        r: Request<pb::CreateNominationRequest>,
    ) -> Result<Response<pb::Nomination>, Status> {
        Ok(create_nomination::create_nomination(self, r).await?)
    }

    async fn get_nomination(
        &self,
        r: Request<pb::GetNominationRequest>,
    ) -> Result<Response<pb::Nomination>, Status> {
        Ok(get_nomination::get_nomination(self, r).await?)
    }

    async fn accept_nomination(
        &self,
        r: Request<pb::AcceptNominationRequest>,
    ) -> Result<Response<pb::Nomination>, Status> {
        Ok(accept_nomination::accept_nomination(self, r).await?)
    }

    async fn decide_nomination(
        &self,
        r: Request<pb::DecideNominationRequest>,
    ) -> Result<Response<pb::Nomination>, Status> {
        Ok(decide_nomination::decide_nomination(self, r).await?)
    }

    async fn withdraw_nomination(
        &self,
        r: Request<pb::WithdrawNominationRequest>,
    ) -> Result<Response<pb::Nomination>, Status> {
        Ok(withdraw_nomination::withdraw_nomination(self, r).await?)
    }

    async fn list_nominations(
        &self,
        r: Request<pb::ListNominationsRequest>,
    ) -> Result<Response<pb::ListNominationsResponse>, Status> {
        Ok(list_nominations::list_nominations(self, r).await?)
    }

    async fn list_my_nominations(
        &self,
        r: Request<pb::ListMyNominationsRequest>,
    ) -> Result<Response<pb::ListMyNominationsResponse>, Status> {
        Ok(list_my_nominations::list_my_nominations(self, r).await?)
    }
}
