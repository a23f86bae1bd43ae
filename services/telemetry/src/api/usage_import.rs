//! Imports of usage: the steps are kit's, what the columns are and need of each other is telemetry's.

use kit::{
    db::Tx,
    error::Error,
    imports::{
        Field,
        steps::{self, Desk, Intake},
    },
    violation::Violations,
};
use proto::{
    imports::v1::{
        ApplyImportRequest, CreateImportRequest, GetImportRequest, Import, ImportMapping, ListImportsRequest,
        ListImportsResponse, PreviewImportRequest, UploadImportPartRequest,
    },
    telemetry::v1::usage_import_service_server::UsageImportService,
};
use tonic::{Request, Response, Status};

use super::Api;
use crate::{
    Telemetry,
    imports::{FIELDS, KIND, check_mapping},
};

#[tonic::async_trait]
impl Intake for Telemetry {
    const KIND: &'static str = KIND;
    const FIELDS: &'static [Field] = FIELDS;

    fn desk(&self) -> Desk<'_> {
        Desk { db: &self.db, clock: &self.clock, ids: &self.ids }
    }

    async fn check_mapping(
        &self,
        tx: &Tx,
        organization: &str,
        mapping: &ImportMapping,
        columns: &[String],
        violations: &mut Violations,
    ) -> Result<(), Error> {
        check_mapping(tx, organization, mapping, columns, violations).await
    }
}

#[tonic::async_trait]
impl UsageImportService for Api {
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
