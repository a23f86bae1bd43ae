//! Imports of a directory: the steps are kit's, what a directory's columns are is identity's.

use kit::imports::steps::{self, Desk, Intake};
use proto::{
    identity::v1::directory_import_service_server::DirectoryImportService,
    imports::v1::{
        ApplyImportRequest, CreateImportRequest, GetImportRequest, Import, ListImportsRequest,
        ListImportsResponse, PreviewImportRequest, UploadImportPartRequest,
    },
};
use tonic::{Request, Response, Status};

use super::Api;
use crate::{
    Identity,
    domain::import::{FIELDS, KIND},
};

impl Intake for Identity {
    const KIND: &'static str = KIND;
    const FIELDS: &'static [kit::imports::Field] = FIELDS;

    fn desk(&self) -> Desk<'_> {
        Desk { db: &self.db, clock: &self.clock, ids: &self.ids }
    }
}

#[tonic::async_trait]
impl DirectoryImportService for Api {
    async fn create_import(&self, r: Request<CreateImportRequest>) -> Result<Response<Import>, Status> {
        Ok(steps::create(&*self.0, r).await?)
    }

    async fn upload_import_part(
        &self,
        r: Request<UploadImportPartRequest>,
    ) -> Result<Response<Import>, Status> {
        Ok(steps::upload_part(&*self.0, r).await?)
    }

    async fn preview_import(&self, r: Request<PreviewImportRequest>) -> Result<Response<Import>, Status> {
        Ok(steps::preview(&*self.0, r).await?)
    }

    async fn apply_import(&self, r: Request<ApplyImportRequest>) -> Result<Response<Import>, Status> {
        Ok(steps::apply(&*self.0, r).await?)
    }

    async fn get_import(&self, r: Request<GetImportRequest>) -> Result<Response<Import>, Status> {
        Ok(steps::get(&*self.0, r).await?)
    }

    async fn list_imports(
        &self,
        r: Request<ListImportsRequest>,
    ) -> Result<Response<ListImportsResponse>, Status> {
        Ok(steps::list(&*self.0, r).await?)
    }
}
