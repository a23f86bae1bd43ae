//! Thanks, on a wall that everybody may leave.

mod archive_value;
mod create_value;
mod get_recognition_settings;
mod give_thanks;
mod hide_thanks;
mod list_thanks;
mod list_values;
mod update_recognition_settings;
mod update_value;
mod view;
mod withdraw_thanks;

use proto::incentives::v1::{self as pb, recognition_service_server::RecognitionService};
use tonic::{Request, Response, Status, async_trait};

use crate::Incentives;

#[async_trait]
impl RecognitionService for Incentives {
    async fn give_thanks(
        &self,
        r: Request<pb::GiveThanksRequest>,
    ) -> Result<Response<pb::Recognition>, Status> {
        Ok(give_thanks::give_thanks(self, r).await?)
    }

    async fn list_thanks(
        &self,
        r: Request<pb::ListThanksRequest>,
    ) -> Result<Response<pb::ListThanksResponse>, Status> {
        Ok(list_thanks::list_thanks(self, r).await?)
    }

    async fn withdraw_thanks(
        &self,
        r: Request<pb::WithdrawThanksRequest>,
    ) -> Result<Response<pb::Recognition>, Status> {
        Ok(withdraw_thanks::withdraw_thanks(self, r).await?)
    }

    async fn hide_thanks(
        &self,
        r: Request<pb::HideThanksRequest>,
    ) -> Result<Response<pb::Recognition>, Status> {
        Ok(hide_thanks::hide_thanks(self, r).await?)
    }

    async fn get_recognition_settings(
        &self,
        r: Request<pb::GetRecognitionSettingsRequest>,
    ) -> Result<Response<pb::RecognitionSettings>, Status> {
        Ok(get_recognition_settings::get_recognition_settings(self, r).await?)
    }

    async fn update_recognition_settings(
        &self,
        r: Request<pb::UpdateRecognitionSettingsRequest>,
    ) -> Result<Response<pb::RecognitionSettings>, Status> {
        Ok(update_recognition_settings::update_recognition_settings(self, r).await?)
    }

    async fn create_value(&self, r: Request<pb::CreateValueRequest>) -> Result<Response<pb::Value>, Status> {
        Ok(create_value::create_value(self, r).await?)
    }

    async fn update_value(&self, r: Request<pb::UpdateValueRequest>) -> Result<Response<pb::Value>, Status> {
        Ok(update_value::update_value(self, r).await?)
    }

    async fn archive_value(
        &self,
        r: Request<pb::ArchiveValueRequest>,
    ) -> Result<Response<pb::Value>, Status> {
        Ok(archive_value::archive_value(self, r).await?)
    }

    async fn list_values(
        &self,
        r: Request<pb::ListValuesRequest>,
    ) -> Result<Response<pb::ListValuesResponse>, Status> {
        Ok(list_values::list_values(self, r).await?)
    }
}
