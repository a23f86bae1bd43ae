//! The RPCs: a file for each, and here nothing but the way to them.

mod convert;
mod create_api_key;
mod create_application;
mod create_core_task;
mod create_feature;
mod delete_application;
mod delete_core_task;
mod get_activity;
mod get_application;
mod get_held_data;
mod get_my_usage;
mod get_team_evidence;
mod get_team_figures;
mod get_team_usage;
mod list_api_keys;
mod list_applications;
mod list_core_tasks;
mod list_features;
mod list_team_days;
mod list_team_usage;
mod list_unknowns;
mod record_data_quality;
mod record_usage;
mod revoke_api_key;
mod scope;
mod stream_data_quality;
mod stream_usage;
mod streaming;
mod update_application;
mod update_feature;
mod usage_import;

use std::sync::Arc;

use proto::telemetry::v1::{
    self as pb, application_service_server as applications, held_data_service_server as held,
    report_service_server as reports, team_figure_service_server as figures,
    usage_import_service_server as imports, usage_service_server as usage,
};
use tonic::{Request, Response, Status, Streaming, service::RoutesBuilder};

use crate::Telemetry;

/// The service behind its contract.
#[derive(Clone)]
struct Api(Arc<Telemetry>);

/// Adds the gRPC services.
pub(crate) fn routes(telemetry: Arc<Telemetry>, routes: &mut RoutesBuilder) {
    let api = Api(telemetry);
    routes.add_service(applications::ApplicationServiceServer::new(api.clone()));
    routes.add_service(usage::UsageServiceServer::new(api.clone()));
    routes.add_service(imports::UsageImportServiceServer::new(api.clone()));
    routes.add_service(figures::TeamFigureServiceServer::new(api.clone()));
    routes.add_service(reports::ReportServiceServer::new(api.clone()));
    routes.add_service(held::HeldDataServiceServer::new(api));
}

#[tonic::async_trait]
impl held::HeldDataService for Api {
    async fn get_held_data(
        &self,
        request: Request<pb::GetHeldDataRequest>,
    ) -> Result<Response<pb::GetHeldDataResponse>, Status> {
        Ok(get_held_data::get_held_data(&self.0, request).await?)
    }
}

#[tonic::async_trait]
impl applications::ApplicationService for Api {
    async fn create_application(
        &self,
        request: Request<pb::CreateApplicationRequest>,
    ) -> Result<Response<pb::Application>, Status> {
        Ok(create_application::create_application(&self.0, request).await?)
    }

    async fn get_application(
        &self,
        request: Request<pb::GetApplicationRequest>,
    ) -> Result<Response<pb::Application>, Status> {
        Ok(get_application::get_application(&self.0, request).await?)
    }

    async fn list_applications(
        &self,
        request: Request<pb::ListApplicationsRequest>,
    ) -> Result<Response<pb::ListApplicationsResponse>, Status> {
        Ok(list_applications::list_applications(&self.0, request).await?)
    }

    async fn update_application(
        &self,
        request: Request<pb::UpdateApplicationRequest>,
    ) -> Result<Response<pb::Application>, Status> {
        Ok(update_application::update_application(&self.0, request).await?)
    }

    async fn delete_application(
        &self,
        request: Request<pb::DeleteApplicationRequest>,
    ) -> Result<Response<pb::Application>, Status> {
        Ok(delete_application::delete_application(&self.0, request).await?)
    }

    async fn create_feature(
        &self,
        request: Request<pb::CreateFeatureRequest>,
    ) -> Result<Response<pb::Feature>, Status> {
        Ok(create_feature::create_feature(&self.0, request).await?)
    }

    async fn update_feature(
        &self,
        request: Request<pb::UpdateFeatureRequest>,
    ) -> Result<Response<pb::Feature>, Status> {
        Ok(update_feature::update_feature(&self.0, request).await?)
    }

    async fn list_features(
        &self,
        request: Request<pb::ListFeaturesRequest>,
    ) -> Result<Response<pb::ListFeaturesResponse>, Status> {
        Ok(list_features::list_features(&self.0, request).await?)
    }

    async fn create_core_task(
        &self,
        request: Request<pb::CreateCoreTaskRequest>,
    ) -> Result<Response<pb::CoreTask>, Status> {
        Ok(create_core_task::create_core_task(&self.0, request).await?)
    }

    async fn delete_core_task(
        &self,
        request: Request<pb::DeleteCoreTaskRequest>,
    ) -> Result<Response<pb::DeleteCoreTaskResponse>, Status> {
        Ok(delete_core_task::delete_core_task(&self.0, request).await?)
    }

    async fn list_core_tasks(
        &self,
        request: Request<pb::ListCoreTasksRequest>,
    ) -> Result<Response<pb::ListCoreTasksResponse>, Status> {
        Ok(list_core_tasks::list_core_tasks(&self.0, request).await?)
    }

    async fn create_api_key(
        &self,
        request: Request<pb::CreateApiKeyRequest>,
    ) -> Result<Response<pb::ApiKey>, Status> {
        Ok(create_api_key::create_api_key(&self.0, request).await?)
    }

    async fn list_api_keys(
        &self,
        request: Request<pb::ListApiKeysRequest>,
    ) -> Result<Response<pb::ListApiKeysResponse>, Status> {
        Ok(list_api_keys::list_api_keys(&self.0, request).await?)
    }

    async fn revoke_api_key(
        &self,
        request: Request<pb::RevokeApiKeyRequest>,
    ) -> Result<Response<pb::ApiKey>, Status> {
        Ok(revoke_api_key::revoke_api_key(&self.0, request).await?)
    }
}

#[tonic::async_trait]
impl usage::UsageService for Api {
    async fn record_usage(
        &self,
        request: Request<pb::RecordUsageRequest>,
    ) -> Result<Response<pb::RecordUsageResponse>, Status> {
        Ok(record_usage::record_usage(&self.0, request).await?)
    }

    async fn stream_usage(
        &self,
        request: Request<Streaming<pb::StreamUsageRequest>>,
    ) -> Result<Response<pb::StreamUsageResponse>, Status> {
        stream_usage::stream_usage(&self.0, request).await
    }

    async fn record_data_quality(
        &self,
        request: Request<pb::RecordDataQualityRequest>,
    ) -> Result<Response<pb::RecordDataQualityResponse>, Status> {
        Ok(record_data_quality::record_data_quality(&self.0, request).await?)
    }

    async fn stream_data_quality(
        &self,
        request: Request<Streaming<pb::StreamDataQualityRequest>>,
    ) -> Result<Response<pb::StreamDataQualityResponse>, Status> {
        stream_data_quality::stream_data_quality(&self.0, request).await
    }

    async fn list_unknowns(
        &self,
        request: Request<pb::ListUnknownsRequest>,
    ) -> Result<Response<pb::ListUnknownsResponse>, Status> {
        Ok(list_unknowns::list_unknowns(&self.0, request).await?)
    }
}

#[tonic::async_trait]
impl reports::ReportService for Api {
    async fn get_team_usage(
        &self,
        request: Request<pb::GetTeamUsageRequest>,
    ) -> Result<Response<pb::TeamUsage>, Status> {
        Ok(get_team_usage::get_team_usage(&self.0, request).await?)
    }

    async fn list_team_usage(
        &self,
        request: Request<pb::ListTeamUsageRequest>,
    ) -> Result<Response<pb::ListTeamUsageResponse>, Status> {
        Ok(list_team_usage::list_team_usage(&self.0, request).await?)
    }

    async fn get_activity(
        &self,
        request: Request<pb::GetActivityRequest>,
    ) -> Result<Response<pb::Activity>, Status> {
        Ok(get_activity::get_activity(&self.0, request).await?)
    }

    async fn get_my_usage(
        &self,
        request: Request<pb::GetMyUsageRequest>,
    ) -> Result<Response<pb::MyUsage>, Status> {
        Ok(get_my_usage::get_my_usage(&self.0, request).await?)
    }

    async fn get_team_evidence(
        &self,
        request: Request<pb::GetTeamEvidenceRequest>,
    ) -> Result<Response<pb::TeamEvidence>, Status> {
        Ok(get_team_evidence::get_team_evidence(&self.0, request).await?)
    }

    async fn list_team_days(
        &self,
        request: Request<pb::ListTeamDaysRequest>,
    ) -> Result<Response<pb::ListTeamDaysResponse>, Status> {
        Ok(list_team_days::list_team_days(&self.0, request).await?)
    }
}

#[tonic::async_trait]
impl figures::TeamFigureService for Api {
    async fn get_team_figures(
        &self,
        request: Request<pb::GetTeamFiguresRequest>,
    ) -> Result<Response<pb::TeamFigures>, Status> {
        Ok(get_team_figures::get_team_figures(&self.0, request).await?)
    }
}
