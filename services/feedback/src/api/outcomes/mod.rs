//! What meetings leave behind.

mod complete_task;
mod convert;
mod create_outcome;
mod edit;
mod finding;
mod get_decision_effect;
mod get_outcome;
mod list_outcomes;
mod reopen_task;
mod update_task;

use proto::feedback::v1::{self as pb, outcome_service_server::OutcomeService};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl OutcomeService for Feedback {
    async fn list_outcomes(
        &self,
        r: Request<pb::ListOutcomesRequest>,
    ) -> Result<Response<pb::ListOutcomesResponse>, Status> {
        Ok(list_outcomes::list_outcomes(self, r).await?)
    }

    async fn get_outcome(&self, r: Request<pb::GetOutcomeRequest>) -> Result<Response<pb::Outcome>, Status> {
        Ok(get_outcome::get_outcome(self, r).await?)
    }

    async fn create_outcome(
        &self,
        r: Request<pb::CreateOutcomeRequest>,
    ) -> Result<Response<pb::Outcome>, Status> {
        Ok(create_outcome::create_outcome(self, r).await?)
    }

    async fn update_task(&self, r: Request<pb::UpdateTaskRequest>) -> Result<Response<pb::Outcome>, Status> {
        Ok(update_task::update_task(self, r).await?)
    }

    async fn complete_task(
        &self,
        r: Request<pb::CompleteTaskRequest>,
    ) -> Result<Response<pb::Outcome>, Status> {
        Ok(complete_task::complete_task(self, r).await?)
    }

    async fn reopen_task(&self, r: Request<pb::ReopenTaskRequest>) -> Result<Response<pb::Outcome>, Status> {
        Ok(reopen_task::reopen_task(self, r).await?)
    }

    async fn get_decision_effect(
        &self,
        r: Request<pb::GetDecisionEffectRequest>,
    ) -> Result<Response<pb::DecisionEffect>, Status> {
        Ok(get_decision_effect::get_decision_effect(self, r).await?)
    }
}
