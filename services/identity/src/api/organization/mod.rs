//! The organization itself.

mod create_organization;
mod fields;
mod get_organization;
mod list_organizations;
mod update_organization;

use proto::identity::v1::{self as pb, organization_service_server::OrganizationService};
use tonic::{Request, Response, Status};

use super::Api;

#[tonic::async_trait]
impl OrganizationService for Api {
    async fn get_organization(
        &self,
        request: Request<pb::GetOrganizationRequest>,
    ) -> Result<Response<pb::Organization>, Status> {
        Ok(get_organization::get_organization(&self.0, request).await?)
    }

    async fn update_organization(
        &self,
        request: Request<pb::UpdateOrganizationRequest>,
    ) -> Result<Response<pb::Organization>, Status> {
        Ok(update_organization::update_organization(&self.0, request).await?)
    }

    async fn create_organization(
        &self,
        request: Request<pb::CreateOrganizationRequest>,
    ) -> Result<Response<pb::Organization>, Status> {
        Ok(create_organization::create_organization(&self.0, request).await?)
    }

    async fn list_organizations(
        &self,
        request: Request<pb::ListOrganizationsRequest>,
    ) -> Result<Response<pb::ListOrganizationsResponse>, Status> {
        Ok(list_organizations::list_organizations(&self.0, request).await?)
    }
}
