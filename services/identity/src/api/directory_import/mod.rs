//! Imports of a directory.

mod apply_import;
mod create_import;
mod get_import;
mod list_imports;
mod preview_import;
mod show;
mod upload_import_part;

use proto::{
    identity::v1::{self as pb, directory_import_service_server::DirectoryImportService},
    imports::v1::Import,
};
use tonic::{Request, Response, Status};

use super::Api;

#[tonic::async_trait]
impl DirectoryImportService for Api {
    async fn create_import(
        &self,
        request: Request<pb::CreateImportRequest>,
    ) -> Result<Response<Import>, Status> {
        Ok(create_import::create_import(&self.0, request).await?)
    }

    async fn upload_import_part(
        &self,
        request: Request<pb::UploadImportPartRequest>,
    ) -> Result<Response<Import>, Status> {
        Ok(upload_import_part::upload_import_part(&self.0, request).await?)
    }

    async fn preview_import(
        &self,
        request: Request<pb::PreviewImportRequest>,
    ) -> Result<Response<Import>, Status> {
        Ok(preview_import::preview_import(&self.0, request).await?)
    }

    async fn apply_import(
        &self,
        request: Request<pb::ApplyImportRequest>,
    ) -> Result<Response<Import>, Status> {
        Ok(apply_import::apply_import(&self.0, request).await?)
    }

    async fn get_import(&self, request: Request<pb::GetImportRequest>) -> Result<Response<Import>, Status> {
        Ok(get_import::get_import(&self.0, request).await?)
    }

    async fn list_imports(
        &self,
        request: Request<pb::ListImportsRequest>,
    ) -> Result<Response<pb::ListImportsResponse>, Status> {
        Ok(list_imports::list_imports(&self.0, request).await?)
    }
}
