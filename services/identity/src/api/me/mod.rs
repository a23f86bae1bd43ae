//! The signed-in person's own data.

mod get_held_data;
mod get_me;
mod show;
mod update_me;

use proto::identity::v1::{self as pb, me_service_server::MeService};
use tonic::{Request, Response, Status};

use super::Api;

#[tonic::async_trait]
impl MeService for Api {
    async fn get_me(&self, request: Request<pb::GetMeRequest>) -> Result<Response<pb::Me>, Status> {
        Ok(get_me::get_me(&self.0, request).await?)
    }

    async fn update_me(&self, request: Request<pb::UpdateMeRequest>) -> Result<Response<pb::Me>, Status> {
        Ok(update_me::update_me(&self.0, request).await?)
    }

    async fn get_held_data(
        &self,
        request: Request<pb::GetHeldDataRequest>,
    ) -> Result<Response<pb::GetHeldDataResponse>, Status> {
        Ok(get_held_data::get_held_data(&self.0, request).await?)
    }
}
