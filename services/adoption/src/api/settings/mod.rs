//! How the organization wants to be told.

mod get_settings;
mod parse;
mod update_settings;

use proto::adoption::v1::{self as pb, adoption_settings_service_server::AdoptionSettingsService};
use tonic::{Request, Response, Status};

use super::Api;

#[tonic::async_trait]
impl AdoptionSettingsService for Api {
    async fn get_settings(
        &self,
        request: Request<pb::GetSettingsRequest>,
    ) -> Result<Response<pb::AdoptionSettings>, Status> {
        Ok(get_settings::get_settings(&self.0, request).await?)
    }

    async fn update_settings(
        &self,
        request: Request<pb::UpdateSettingsRequest>,
    ) -> Result<Response<pb::AdoptionSettings>, Status> {
        Ok(update_settings::update_settings(&self.0, request).await?)
    }
}
