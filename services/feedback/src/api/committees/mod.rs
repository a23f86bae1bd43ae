//! Committees and who sits in them.

mod add_committee_member;
pub(super) mod convert;
mod create_committee;
mod edit;
mod end_committee;
mod get_committee;
mod get_composition;
mod list_committees;
mod list_member_candidates;
mod remove_committee_member;
pub(super) mod rights;
mod update_committee;
mod update_committee_member;

use proto::feedback::v1::{self as pb, committee_service_server::CommitteeService};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl CommitteeService for Feedback {
    async fn list_committees(
        &self,
        r: Request<pb::ListCommitteesRequest>,
    ) -> Result<Response<pb::ListCommitteesResponse>, Status> {
        Ok(list_committees::list_committees(self, r).await?)
    }

    async fn get_committee(
        &self,
        r: Request<pb::GetCommitteeRequest>,
    ) -> Result<Response<pb::Committee>, Status> {
        Ok(get_committee::get_committee(self, r).await?)
    }

    async fn create_committee(
        &self,
        r: Request<pb::CreateCommitteeRequest>,
    ) -> Result<Response<pb::Committee>, Status> {
        Ok(create_committee::create_committee(self, r).await?)
    }

    async fn update_committee(
        &self,
        r: Request<pb::UpdateCommitteeRequest>,
    ) -> Result<Response<pb::Committee>, Status> {
        Ok(update_committee::update_committee(self, r).await?)
    }

    async fn end_committee(
        &self,
        r: Request<pb::EndCommitteeRequest>,
    ) -> Result<Response<pb::Committee>, Status> {
        Ok(end_committee::end_committee(self, r).await?)
    }

    async fn add_committee_member(
        &self,
        r: Request<pb::AddCommitteeMemberRequest>,
    ) -> Result<Response<pb::Committee>, Status> {
        Ok(add_committee_member::add_committee_member(self, r).await?)
    }

    async fn update_committee_member(
        &self,
        r: Request<pb::UpdateCommitteeMemberRequest>,
    ) -> Result<Response<pb::Committee>, Status> {
        Ok(update_committee_member::update_committee_member(self, r).await?)
    }

    async fn remove_committee_member(
        &self,
        r: Request<pb::RemoveCommitteeMemberRequest>,
    ) -> Result<Response<pb::Committee>, Status> {
        Ok(remove_committee_member::remove_committee_member(self, r).await?)
    }

    async fn list_member_candidates(
        &self,
        r: Request<pb::ListMemberCandidatesRequest>,
    ) -> Result<Response<pb::ListMemberCandidatesResponse>, Status> {
        Ok(list_member_candidates::list_member_candidates(self, r).await?)
    }

    async fn get_composition(
        &self,
        r: Request<pb::GetCompositionRequest>,
    ) -> Result<Response<pb::Composition>, Status> {
        Ok(get_composition::get_composition(self, r).await?)
    }
}
