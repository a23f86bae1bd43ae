//! Positions.

mod create_position;
mod fields;
mod get_position;
mod list_positions;
mod update_position;

use proto::identity::v1::{self as pb, position_service_server::PositionService};
use tonic::{Request, Response, Status};

use super::Api;

#[tonic::async_trait]
impl PositionService for Api {
    async fn list_positions(
        &self,
        request: Request<pb::ListPositionsRequest>,
    ) -> Result<Response<pb::ListPositionsResponse>, Status> {
        Ok(list_positions::list_positions(&self.0, request).await?)
    }

    async fn get_position(
        &self,
        request: Request<pb::GetPositionRequest>,
    ) -> Result<Response<pb::Position>, Status> {
        Ok(get_position::get_position(&self.0, request).await?)
    }

    async fn create_position(
        &self,
        request: Request<pb::CreatePositionRequest>,
    ) -> Result<Response<pb::Position>, Status> {
        Ok(create_position::create_position(&self.0, request).await?)
    }

    async fn update_position(
        &self,
        request: Request<pb::UpdatePositionRequest>,
    ) -> Result<Response<pb::Position>, Status> {
        Ok(update_position::update_position(&self.0, request).await?)
    }
}
