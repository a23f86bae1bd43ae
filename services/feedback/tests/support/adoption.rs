//! Adoption, as far as committees ask it.

use std::sync::{Arc, Mutex};

use kit::{
    db::Db,
    module::{Context, Module},
};
use proto::adoption::v1::{
    self as pb,
    flag_service_server::{FlagService, FlagServiceServer},
    team_adoption_service_server::{TeamAdoptionService, TeamAdoptionServiceServer},
};
use tonic::{Request, Response, Status, async_trait, service::RoutesBuilder};

/// What adoption knows.
#[derive(Clone)]
pub(crate) struct Adoption {
    db: Db,
    pub(crate) flags: Arc<Mutex<Vec<pb::Flag>>>,
    pub(crate) teams: Arc<Mutex<Vec<pb::TeamAdoption>>>,
}

impl Adoption {
    pub(crate) async fn open(context: &Context) -> Arc<Self> {
        let db = Db::open(context.database(), "adoption", Vec::new).await.unwrap();
        Arc::new(Self { db, flags: Arc::default(), teams: Arc::default() })
    }
}

impl Module for Adoption {
    fn name(&self) -> &'static str {
        "adoption"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn routes(&self, routes: &mut RoutesBuilder) {
        routes.add_service(FlagServiceServer::new(self.clone()));
        routes.add_service(TeamAdoptionServiceServer::new(self.clone()));
    }
}

#[async_trait]
impl FlagService for Adoption {
    async fn list_flags(
        &self,
        request: Request<pb::ListFlagsRequest>,
    ) -> Result<Response<pb::ListFlagsResponse>, Status> {
        let pb::ListFlagsRequest { application, page_size, page_token, .. } = request.into_inner();
        let mut flags = self.flags.lock().unwrap().clone();
        flags.retain(|f| application.is_empty() || f.application == application);
        let (begin, size) = (page_token.parse().unwrap_or(0), usize::try_from(page_size).unwrap());
        let more = flags.len() > begin + size;
        let next_page_token = if more { (begin + size).to_string() } else { String::new() };
        let flags = flags.into_iter().skip(begin).take(size).collect();
        Ok(Response::new(pb::ListFlagsResponse { flags, next_page_token }))
    }

    async fn get_flag(&self, _: Request<pb::GetFlagRequest>) -> Result<Response<pb::Flag>, Status> {
        Err(Status::unimplemented("not asked"))
    }

    async fn confirm_flag(&self, _: Request<pb::ConfirmFlagRequest>) -> Result<Response<pb::Flag>, Status> {
        Err(Status::unimplemented("not asked"))
    }

    async fn snooze_flag(&self, _: Request<pb::SnoozeFlagRequest>) -> Result<Response<pb::Flag>, Status> {
        Err(Status::unimplemented("not asked"))
    }

    async fn reject_flag(&self, _: Request<pb::RejectFlagRequest>) -> Result<Response<pb::Flag>, Status> {
        Err(Status::unimplemented("not asked"))
    }
}

#[async_trait]
impl TeamAdoptionService for Adoption {
    async fn list_team_statuses(
        &self,
        _: Request<pb::ListTeamStatusesRequest>,
    ) -> Result<Response<pb::ListTeamStatusesResponse>, Status> {
        Err(Status::unimplemented("not asked"))
    }

    async fn get_team_adoption(
        &self,
        request: Request<pb::GetTeamAdoptionRequest>,
    ) -> Result<Response<pb::TeamAdoption>, Status> {
        let team = &request.get_ref().team;
        let known = self.teams.lock().unwrap().iter().find(|t| t.team == *team).cloned();
        known.map(Response::new).ok_or_else(|| Status::not_found("no such team"))
    }

    async fn get_teams_overview(
        &self,
        _: Request<pb::GetTeamsOverviewRequest>,
    ) -> Result<Response<pb::TeamsOverview>, Status> {
        Err(Status::unimplemented("not asked"))
    }

    async fn get_team_gaps(
        &self,
        _: Request<pb::GetTeamGapsRequest>,
    ) -> Result<Response<pb::GetTeamGapsResponse>, Status> {
        Err(Status::unimplemented("not asked"))
    }
}
