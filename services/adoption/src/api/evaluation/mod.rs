//! Evaluation on demand.

mod evaluate_now;
mod get_evaluation_run;

use proto::adoption::v1::{self as pb, evaluation_service_server::EvaluationService};
use tonic::{Request, Response, Status};

use super::Api;

#[tonic::async_trait]
impl EvaluationService for Api {
    async fn evaluate_now(
        &self,
        request: Request<pb::EvaluateNowRequest>,
    ) -> Result<Response<pb::EvaluationRun>, Status> {
        Ok(evaluate_now::evaluate_now(&self.0, request).await?)
    }

    async fn get_evaluation_run(
        &self,
        request: Request<pb::GetEvaluationRunRequest>,
    ) -> Result<Response<pb::EvaluationRun>, Status> {
        Ok(get_evaluation_run::get_evaluation_run(&self.0, request).await?)
    }
}
