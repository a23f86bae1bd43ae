//! Sites and their calendars.

mod add_holidays;
mod create_site;
mod fields;
mod get_site;
mod list_holiday_sets;
mod list_sites;
mod remove_holidays;
mod update_site;

use proto::identity::v1::{self as pb, site_service_server::SiteService};
use tonic::{Request, Response, Status};

use super::Api;

#[tonic::async_trait]
impl SiteService for Api {
    async fn list_sites(
        &self,
        request: Request<pb::ListSitesRequest>,
    ) -> Result<Response<pb::ListSitesResponse>, Status> {
        Ok(list_sites::list_sites(&self.0, request).await?)
    }

    async fn get_site(&self, request: Request<pb::GetSiteRequest>) -> Result<Response<pb::Site>, Status> {
        Ok(get_site::get_site(&self.0, request).await?)
    }

    async fn create_site(
        &self,
        request: Request<pb::CreateSiteRequest>,
    ) -> Result<Response<pb::Site>, Status> {
        Ok(create_site::create_site(&self.0, request).await?)
    }

    async fn update_site(
        &self,
        request: Request<pb::UpdateSiteRequest>,
    ) -> Result<Response<pb::Site>, Status> {
        Ok(update_site::update_site(&self.0, request).await?)
    }

    async fn add_holidays(
        &self,
        request: Request<pb::AddHolidaysRequest>,
    ) -> Result<Response<pb::Site>, Status> {
        Ok(add_holidays::add_holidays(&self.0, request).await?)
    }

    async fn remove_holidays(
        &self,
        request: Request<pb::RemoveHolidaysRequest>,
    ) -> Result<Response<pb::Site>, Status> {
        Ok(remove_holidays::remove_holidays(&self.0, request).await?)
    }

    async fn list_holiday_sets(
        &self,
        request: Request<pb::ListHolidaySetsRequest>,
    ) -> Result<Response<pb::ListHolidaySetsResponse>, Status> {
        Ok(list_holiday_sets::list_holiday_sets(&self.0, request)?)
    }
}
