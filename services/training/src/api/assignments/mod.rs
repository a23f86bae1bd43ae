//! Giving courses to people by rule, and seeing who is due.

mod count_audience;
mod create_assignment;
mod end_assignment;
mod excuse_person;
mod get_assignment;
mod get_assignment_progress;
mod list_assignments;
mod list_due;
mod list_excuses;
pub(super) mod look_up;
pub(super) mod new;
mod pause_assignment;
mod readmit_person;
mod resume_assignment;
mod update_assignment;
pub(crate) mod view;

use proto::training::v1::{self as pb, assignment_service_server::AssignmentService};
use tonic::{Request, Response, Status, async_trait};

use crate::Training;

#[async_trait]
impl AssignmentService for Training {
    async fn count_audience(
        &self,
        r: Request<pb::CountAudienceRequest>,
    ) -> Result<Response<pb::AudienceCount>, Status> {
        Ok(count_audience::count_audience(self, r).await?)
    }

    async fn create_assignment(
        &self,
        r: Request<pb::CreateAssignmentRequest>,
    ) -> Result<Response<pb::Assignment>, Status> {
        Ok(create_assignment::create_assignment(self, r).await?)
    }

    async fn get_assignment(
        &self,
        r: Request<pb::GetAssignmentRequest>,
    ) -> Result<Response<pb::Assignment>, Status> {
        Ok(get_assignment::get_assignment(self, r).await?)
    }

    async fn list_assignments(
        &self,
        r: Request<pb::ListAssignmentsRequest>,
    ) -> Result<Response<pb::ListAssignmentsResponse>, Status> {
        Ok(list_assignments::list_assignments(self, r).await?)
    }

    async fn update_assignment(
        &self,
        r: Request<pb::UpdateAssignmentRequest>,
    ) -> Result<Response<pb::Assignment>, Status> {
        Ok(update_assignment::update_assignment(self, r).await?)
    }

    async fn pause_assignment(
        &self,
        r: Request<pb::PauseAssignmentRequest>,
    ) -> Result<Response<pb::Assignment>, Status> {
        Ok(pause_assignment::pause_assignment(self, r).await?)
    }

    async fn resume_assignment(
        &self,
        r: Request<pb::ResumeAssignmentRequest>,
    ) -> Result<Response<pb::Assignment>, Status> {
        Ok(resume_assignment::resume_assignment(self, r).await?)
    }

    async fn end_assignment(
        &self,
        r: Request<pb::EndAssignmentRequest>,
    ) -> Result<Response<pb::Assignment>, Status> {
        Ok(end_assignment::end_assignment(self, r).await?)
    }

    async fn get_assignment_progress(
        &self,
        r: Request<pb::GetAssignmentProgressRequest>,
    ) -> Result<Response<pb::AssignmentProgress>, Status> {
        Ok(get_assignment_progress::get_assignment_progress(self, r).await?)
    }

    async fn list_due(
        &self,
        r: Request<pb::ListDueRequest>,
    ) -> Result<Response<pb::ListDueResponse>, Status> {
        Ok(list_due::list_due(self, r).await?)
    }

    async fn excuse_person(
        &self,
        r: Request<pb::ExcusePersonRequest>,
    ) -> Result<Response<pb::Excuse>, Status> {
        Ok(excuse_person::excuse_person(self, r).await?)
    }

    async fn readmit_person(
        &self,
        r: Request<pb::ReadmitPersonRequest>,
    ) -> Result<Response<pb::ReadmitPersonResponse>, Status> {
        Ok(readmit_person::readmit_person(self, r).await?)
    }

    async fn list_excuses(
        &self,
        r: Request<pb::ListExcusesRequest>,
    ) -> Result<Response<pb::ListExcusesResponse>, Status> {
        Ok(list_excuses::list_excuses(self, r).await?)
    }
}
