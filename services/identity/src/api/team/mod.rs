//! The team tree.

mod create_team;
mod delete_team;
mod get_team;
mod list_teams;
mod move_team;
mod place;
mod update_team;

use proto::identity::v1::{self as pb, team_service_server::TeamService};
use tonic::{Request, Response, Status};

use kit::error::Error;

use super::Api;
use crate::{convert, domain::team::Tree};

#[tonic::async_trait]
impl TeamService for Api {
    async fn list_teams(
        &self,
        request: Request<pb::ListTeamsRequest>,
    ) -> Result<Response<pb::ListTeamsResponse>, Status> {
        Ok(list_teams::list_teams(&self.0, request).await?)
    }

    async fn get_team(&self, request: Request<pb::GetTeamRequest>) -> Result<Response<pb::Team>, Status> {
        Ok(get_team::get_team(&self.0, request).await?)
    }

    async fn create_team(
        &self,
        request: Request<pb::CreateTeamRequest>,
    ) -> Result<Response<pb::Team>, Status> {
        Ok(create_team::create_team(&self.0, request).await?)
    }

    async fn update_team(
        &self,
        request: Request<pb::UpdateTeamRequest>,
    ) -> Result<Response<pb::Team>, Status> {
        Ok(update_team::update_team(&self.0, request).await?)
    }

    async fn move_team(&self, request: Request<pb::MoveTeamRequest>) -> Result<Response<pb::Team>, Status> {
        Ok(move_team::move_team(&self.0, request).await?)
    }

    async fn delete_team(
        &self,
        request: Request<pb::DeleteTeamRequest>,
    ) -> Result<Response<pb::Team>, Status> {
        Ok(delete_team::delete_team(&self.0, request).await?)
    }
}

/// A team of the tree, for the contract.
fn answer(organization: &str, tree: &Tree, id: &str) -> Result<pb::Team, Error> {
    let team = tree.get(id).ok_or_else(|| Error::internal("a team vanished"))?;
    Ok(convert::team(organization, tree, team))
}
