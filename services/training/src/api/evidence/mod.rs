//! What adoption asks to find a barrier, and does about it. Only services call it, and nobody is named in an answer.

mod assign_retraining;
mod enroll_volunteer;
mod find_courses_for;
mod get_curriculum_progress;
mod get_retraining_progress;
mod get_team_training_facts;

use proto::training::v1::{self as pb, evidence_service_server::EvidenceService};
use tonic::{Request, Response, Status, async_trait};

use crate::Training;

#[async_trait]
impl EvidenceService for Training {
    async fn get_team_training_facts(
        &self,
        r: Request<pb::GetTeamTrainingFactsRequest>,
    ) -> Result<Response<pb::TeamTrainingFacts>, Status> {
        Ok(get_team_training_facts::get_team_training_facts(self, r).await?)
    }

    async fn find_courses_for(
        &self,
        r: Request<pb::FindCoursesForRequest>,
    ) -> Result<Response<pb::FindCoursesForResponse>, Status> {
        Ok(find_courses_for::find_courses_for(self, r).await?)
    }

    async fn assign_retraining(
        &self,
        r: Request<pb::AssignRetrainingRequest>,
    ) -> Result<Response<pb::Assignment>, Status> {
        Ok(assign_retraining::assign_retraining(self, r).await?)
    }

    async fn get_retraining_progress(
        &self,
        r: Request<pb::GetRetrainingProgressRequest>,
    ) -> Result<Response<pb::RetrainingProgress>, Status> {
        Ok(get_retraining_progress::get_retraining_progress(self, r).await?)
    }

    async fn get_curriculum_progress(
        &self,
        r: Request<pb::GetCurriculumProgressRequest>,
    ) -> Result<Response<pb::CurriculumProgress>, Status> {
        Ok(get_curriculum_progress::get_curriculum_progress(self, r).await?)
    }

    async fn enroll_volunteer(
        &self,
        r: Request<pb::EnrollVolunteerRequest>,
    ) -> Result<Response<pb::CurriculumProgress>, Status> {
        Ok(enroll_volunteer::enroll_volunteer(self, r).await?)
    }
}
