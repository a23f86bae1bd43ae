//! What is held about the person who asks.

mod get_held_data;

use proto::feedback::v1::{
    GetHeldDataRequest, GetHeldDataResponse, held_data_service_server::HeldDataService,
};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl HeldDataService for Feedback {
    async fn get_held_data(
        &self,
        request: Request<GetHeldDataRequest>,
    ) -> Result<Response<GetHeldDataResponse>, Status> {
        Ok(get_held_data::get_held_data(self, request).await?)
    }
}
