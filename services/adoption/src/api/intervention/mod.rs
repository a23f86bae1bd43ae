//! What is being done for teams.

mod complete_task;
mod get_intervention;
mod list_interventions;
mod list_tasks;
pub(in crate::api) mod reply;

use proto::adoption::v1::{self as pb, intervention_service_server::InterventionService};
use tonic::{Request, Response, Status};

use super::Api;

#[tonic::async_trait]
impl InterventionService for Api {
    async fn list_interventions(
        &self,
        request: Request<pb::ListInterventionsRequest>,
    ) -> Result<Response<pb::ListInterventionsResponse>, Status> {
        Ok(list_interventions::list_interventions(&self.0, request).await?)
    }

    async fn get_intervention(
        &self,
        request: Request<pb::GetInterventionRequest>,
    ) -> Result<Response<pb::Intervention>, Status> {
        Ok(get_intervention::get_intervention(&self.0, request).await?)
    }

    async fn list_tasks(
        &self,
        request: Request<pb::ListTasksRequest>,
    ) -> Result<Response<pb::ListTasksResponse>, Status> {
        Ok(list_tasks::list_tasks(&self.0, request).await?)
    }

    async fn complete_task(
        &self,
        request: Request<pb::CompleteTaskRequest>,
    ) -> Result<Response<pb::Intervention>, Status> {
        Ok(complete_task::complete_task(&self.0, request).await?)
    }
}
