//! People.

mod create_person;
mod end_employment;
pub(super) mod fields;
mod find_colleagues;
mod get_person;
mod grant_champion_teams;
mod invite_person;
pub(super) mod link;
mod list_people;
mod reopen_employment;
mod set_roles;
mod update_person;
mod visible;
mod withdraw_champion_teams;

use proto::identity::v1::{self as pb, person_service_server::PersonService};
use tonic::{Request, Response, Status};

use super::Api;

#[tonic::async_trait]
impl PersonService for Api {
    async fn list_people(
        &self,
        request: Request<pb::ListPeopleRequest>,
    ) -> Result<Response<pb::ListPeopleResponse>, Status> {
        Ok(list_people::list_people(&self.0, request).await?)
    }

    async fn find_colleagues(
        &self,
        request: Request<pb::FindColleaguesRequest>,
    ) -> Result<Response<pb::FindColleaguesResponse>, Status> {
        Ok(find_colleagues::find_colleagues(&self.0, request).await?)
    }

    async fn get_person(
        &self,
        request: Request<pb::GetPersonRequest>,
    ) -> Result<Response<pb::Person>, Status> {
        Ok(get_person::get_person(&self.0, request).await?)
    }

    async fn create_person(
        &self,
        request: Request<pb::CreatePersonRequest>,
    ) -> Result<Response<pb::Person>, Status> {
        Ok(create_person::create_person(&self.0, request).await?)
    }

    async fn update_person(
        &self,
        request: Request<pb::UpdatePersonRequest>,
    ) -> Result<Response<pb::Person>, Status> {
        Ok(update_person::update_person(&self.0, request).await?)
    }

    async fn end_employment(
        &self,
        request: Request<pb::EndEmploymentRequest>,
    ) -> Result<Response<pb::Person>, Status> {
        Ok(end_employment::end_employment(&self.0, request).await?)
    }

    async fn reopen_employment(
        &self,
        request: Request<pb::ReopenEmploymentRequest>,
    ) -> Result<Response<pb::Person>, Status> {
        Ok(reopen_employment::reopen_employment(&self.0, request).await?)
    }

    async fn set_roles(&self, request: Request<pb::SetRolesRequest>) -> Result<Response<pb::Person>, Status> {
        Ok(set_roles::set_roles(&self.0, request).await?)
    }

    async fn grant_champion_teams(
        &self,
        request: Request<pb::GrantChampionTeamsRequest>,
    ) -> Result<Response<pb::GrantChampionTeamsResponse>, Status> {
        Ok(grant_champion_teams::grant_champion_teams(&self.0, request).await?)
    }

    async fn withdraw_champion_teams(
        &self,
        request: Request<pb::WithdrawChampionTeamsRequest>,
    ) -> Result<Response<pb::WithdrawChampionTeamsResponse>, Status> {
        Ok(withdraw_champion_teams::withdraw_champion_teams(&self.0, request).await?)
    }

    async fn invite_person(
        &self,
        request: Request<pb::InvitePersonRequest>,
    ) -> Result<Response<pb::InvitePersonResponse>, Status> {
        Ok(invite_person::invite_person(&self.0, request).await?)
    }
}
