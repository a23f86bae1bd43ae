//! The other services, as far as champions asks them: what they hold, and what they were asked.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use kit::{
    bus::{Consumer, Envelope},
    db::{Db, Tx},
    error::Error,
    module::{Context, Module},
};
use prost::Name;
use proto::{
    adoption::v1::{
        self as adoption,
        team_adoption_service_server::{TeamAdoptionService, TeamAdoptionServiceServer},
    },
    champions::v1 as champions,
    identity::v1::{
        self as identity,
        person_service_server::{PersonService, PersonServiceServer},
    },
    training::v1::{
        self as training,
        article_service_server::{ArticleService, ArticleServiceServer},
        evidence_service_server::{EvidenceService, EvidenceServiceServer},
        help_service_server::{HelpService, HelpServiceServer},
    },
};
use tonic::{Request, Response, Status, async_trait, service::RoutesBuilder};

/// What the others hold, and what they were asked.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// Whether nobody answers.
    pub(crate) down: bool,
    /// The teams that people are champions of, by person.
    pub(crate) roles: BTreeMap<String, Vec<String>>,
    /// Every team that was ever withdrawn.
    pub(crate) withdrawn: Vec<String>,
    /// How much of any curriculum anybody has complete.
    pub(crate) progress: training::CurriculumProgress,
    /// Who was enrolled.
    pub(crate) enrolled: Vec<training::EnrollVolunteerRequest>,
    /// What was answered.
    pub(crate) answers: Vec<training::AnswerForwardedHelpRequestRequest>,
    /// What was proposed.
    pub(crate) proposed: Vec<training::ProposeArticleRequest>,
    /// What adoption knows.
    pub(crate) overview: adoption::TeamsOverview,
    /// The gap of a team on a day: `None` where it is not known.
    pub(crate) gaps: Option<fn(&str, &str) -> Option<f64>>,
    /// What they heard, in the order in which it was told.
    pub(crate) heard: Vec<Envelope>,
}

impl State {
    fn overview_of(&self, teams: &[String]) -> adoption::TeamsOverview {
        let mut overview = self.overview.clone();
        for application in &mut overview.applications {
            application.statuses.retain(|s| teams.contains(&s.team));
        }
        overview.flags.retain(|f| f.flag.as_ref().is_some_and(|f| teams.contains(&f.team)));
        overview.tasks.retain(|t| teams.contains(&t.team));
        overview
    }

    fn gaps_of(&self, request: &adoption::GetTeamGapsRequest) -> adoption::GetTeamGapsResponse {
        let mut gaps = Vec::new();
        for team in &request.teams {
            for day in &request.days {
                let gap = self.gaps.and_then(|known| known(team, day));
                gaps.extend(gap.map(|gap| adoption::TeamGap { team: team.clone(), day: day.clone(), gap }));
            }
        }
        adoption::GetTeamGapsResponse { gaps }
    }
}

/// The other services.
#[derive(Clone)]
pub(crate) struct Neighbours {
    state: Arc<Mutex<State>>,
    db: Db,
}

impl Neighbours {
    pub(crate) async fn open(context: &Context) -> Result<Arc<Self>, Error> {
        let db = Db::open(context.database(), "neighbours", Vec::new).await?;
        Ok(Arc::new(Self { state: Arc::default(), db }))
    }

    /// Looks at what they hold, or changes it.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.state.lock().unwrap())
    }

    fn reach(&self) -> Result<(), Status> {
        if self.change(|s| s.down) { Err(Status::unavailable("down")) } else { Ok(()) }
    }
}

fn not_asked<T>() -> Result<Response<T>, Status> {
    Err(Status::internal("champions does not ask this"))
}

#[async_trait]
impl Consumer for Neighbours {
    fn name(&self) -> &'static str {
        "neighbours.heard"
    }

    fn kinds(&self) -> Vec<String> {
        vec![
            champions::NominationRequested::full_name(),
            champions::NominationDecided::full_name(),
            champions::ChampionAppointed::full_name(),
            champions::ChampionTermEnded::full_name(),
            champions::ChampionThanked::full_name(),
            champions::CoverageLost::full_name(),
            champions::VisitRequested::full_name(),
            champions::HelpForwarded::full_name(),
            champions::PostAnswered::full_name(),
            champions::FollowUpDue::full_name(),
        ]
    }

    async fn consume(&self, _: &Tx, event: &Envelope) -> Result<(), Error> {
        self.change(|s| s.heard.push(event.clone()));
        Ok(())
    }
}

impl Module for Neighbours {
    fn name(&self) -> &'static str {
        "neighbours"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        vec![Arc::new(self.clone())]
    }

    fn routes(&self, routes: &mut RoutesBuilder) {
        routes
            .add_service(PersonServiceServer::new(self.clone()))
            .add_service(HelpServiceServer::new(self.clone()))
            .add_service(EvidenceServiceServer::new(self.clone()))
            .add_service(ArticleServiceServer::new(self.clone()))
            .add_service(TeamAdoptionServiceServer::new(self.clone()));
    }
}

#[async_trait]
impl PersonService for Neighbours {
    async fn list_people(
        &self,
        _: Request<identity::ListPeopleRequest>,
    ) -> Result<Response<identity::ListPeopleResponse>, Status> {
        not_asked()
    }

    async fn find_colleagues(
        &self,
        _: Request<identity::FindColleaguesRequest>,
    ) -> Result<Response<identity::FindColleaguesResponse>, Status> {
        not_asked()
    }

    async fn get_person(
        &self,
        _: Request<identity::GetPersonRequest>,
    ) -> Result<Response<identity::Person>, Status> {
        not_asked()
    }

    async fn create_person(
        &self,
        _: Request<identity::CreatePersonRequest>,
    ) -> Result<Response<identity::Person>, Status> {
        not_asked()
    }

    async fn update_person(
        &self,
        _: Request<identity::UpdatePersonRequest>,
    ) -> Result<Response<identity::Person>, Status> {
        not_asked()
    }

    async fn end_employment(
        &self,
        _: Request<identity::EndEmploymentRequest>,
    ) -> Result<Response<identity::Person>, Status> {
        not_asked()
    }

    async fn reopen_employment(
        &self,
        _: Request<identity::ReopenEmploymentRequest>,
    ) -> Result<Response<identity::Person>, Status> {
        not_asked()
    }

    async fn set_roles(
        &self,
        _: Request<identity::SetRolesRequest>,
    ) -> Result<Response<identity::Person>, Status> {
        not_asked()
    }

    async fn grant_champion_teams(
        &self,
        request: Request<identity::GrantChampionTeamsRequest>,
    ) -> Result<Response<identity::GrantChampionTeamsResponse>, Status> {
        self.reach()?;
        let request = request.into_inner();
        Ok(Response::new(self.change(|s| {
            let held = s.roles.entry(request.name.clone()).or_default();
            let granted_teams: Vec<String> =
                request.teams.iter().filter(|t| !held.contains(*t)).cloned().collect();
            held.extend(granted_teams.iter().cloned());
            identity::GrantChampionTeamsResponse { granted_teams }
        })))
    }

    async fn withdraw_champion_teams(
        &self,
        request: Request<identity::WithdrawChampionTeamsRequest>,
    ) -> Result<Response<identity::WithdrawChampionTeamsResponse>, Status> {
        self.reach()?;
        let request = request.into_inner();
        self.change(|s| {
            let held = s.roles.entry(request.name.clone()).or_default();
            held.retain(|t| !request.teams.contains(t));
            s.withdrawn.extend(request.teams.clone());
        });
        Ok(Response::new(identity::WithdrawChampionTeamsResponse {}))
    }

    async fn invite_person(
        &self,
        _: Request<identity::InvitePersonRequest>,
    ) -> Result<Response<identity::InvitePersonResponse>, Status> {
        not_asked()
    }
}

#[async_trait]
impl HelpService for Neighbours {
    async fn request_help(
        &self,
        _: Request<training::RequestHelpRequest>,
    ) -> Result<Response<training::HelpRequest>, Status> {
        not_asked()
    }

    async fn list_my_help_requests(
        &self,
        _: Request<training::ListMyHelpRequestsRequest>,
    ) -> Result<Response<training::ListMyHelpRequestsResponse>, Status> {
        not_asked()
    }

    async fn list_help_requests(
        &self,
        _: Request<training::ListHelpRequestsRequest>,
    ) -> Result<Response<training::ListHelpRequestsResponse>, Status> {
        not_asked()
    }

    async fn answer_help_request(
        &self,
        _: Request<training::AnswerHelpRequestRequest>,
    ) -> Result<Response<training::HelpRequest>, Status> {
        not_asked()
    }

    async fn answer_forwarded_help_request(
        &self,
        request: Request<training::AnswerForwardedHelpRequestRequest>,
    ) -> Result<Response<training::HelpRequest>, Status> {
        self.reach()?;
        self.change(|s| s.answers.push(request.into_inner()));
        Ok(Response::new(training::HelpRequest::default()))
    }
}

#[async_trait]
impl EvidenceService for Neighbours {
    async fn get_team_training_facts(
        &self,
        _: Request<training::GetTeamTrainingFactsRequest>,
    ) -> Result<Response<training::TeamTrainingFacts>, Status> {
        not_asked()
    }

    async fn find_courses_for(
        &self,
        _: Request<training::FindCoursesForRequest>,
    ) -> Result<Response<training::FindCoursesForResponse>, Status> {
        not_asked()
    }

    async fn assign_retraining(
        &self,
        _: Request<training::AssignRetrainingRequest>,
    ) -> Result<Response<training::Assignment>, Status> {
        not_asked()
    }

    async fn get_retraining_progress(
        &self,
        _: Request<training::GetRetrainingProgressRequest>,
    ) -> Result<Response<training::RetrainingProgress>, Status> {
        not_asked()
    }

    async fn get_curriculum_progress(
        &self,
        request: Request<training::GetCurriculumProgressRequest>,
    ) -> Result<Response<training::CurriculumProgress>, Status> {
        self.reach()?;
        let _ = request;
        Ok(Response::new(self.change(|s| s.progress)))
    }

    async fn enroll_volunteer(
        &self,
        request: Request<training::EnrollVolunteerRequest>,
    ) -> Result<Response<training::CurriculumProgress>, Status> {
        self.reach()?;
        self.change(|s| s.enrolled.push(request.into_inner()));
        Ok(Response::new(training::CurriculumProgress::default()))
    }
}

#[async_trait]
impl ArticleService for Neighbours {
    async fn list_articles(
        &self,
        _: Request<training::ListArticlesRequest>,
    ) -> Result<Response<training::ListArticlesResponse>, Status> {
        not_asked()
    }

    async fn get_article(
        &self,
        _: Request<training::GetArticleRequest>,
    ) -> Result<Response<training::Article>, Status> {
        not_asked()
    }

    async fn search_articles(
        &self,
        _: Request<training::SearchArticlesRequest>,
    ) -> Result<Response<training::SearchArticlesResponse>, Status> {
        not_asked()
    }

    async fn create_article(
        &self,
        _: Request<training::CreateArticleRequest>,
    ) -> Result<Response<training::Article>, Status> {
        not_asked()
    }

    async fn propose_article(
        &self,
        request: Request<training::ProposeArticleRequest>,
    ) -> Result<Response<training::Article>, Status> {
        self.reach()?;
        let request = request.into_inner();
        let article = training::Article {
            name: format!(
                "{}/articles/from-{}",
                request.parent,
                request.source.rsplit('/').next().unwrap_or_default()
            ),
            ..request.article.clone().unwrap_or_default()
        };
        self.change(|s| s.proposed.push(request));
        Ok(Response::new(article))
    }

    async fn update_article(
        &self,
        _: Request<training::UpdateArticleRequest>,
    ) -> Result<Response<training::Article>, Status> {
        not_asked()
    }

    async fn publish_article(
        &self,
        _: Request<training::PublishArticleRequest>,
    ) -> Result<Response<training::Article>, Status> {
        not_asked()
    }

    async fn archive_article(
        &self,
        _: Request<training::ArchiveArticleRequest>,
    ) -> Result<Response<training::Article>, Status> {
        not_asked()
    }

    async fn list_article_versions(
        &self,
        _: Request<training::ListArticleVersionsRequest>,
    ) -> Result<Response<training::ListArticleVersionsResponse>, Status> {
        not_asked()
    }

    async fn give_article_feedback(
        &self,
        _: Request<training::GiveArticleFeedbackRequest>,
    ) -> Result<Response<training::Article>, Status> {
        not_asked()
    }
}

#[async_trait]
impl TeamAdoptionService for Neighbours {
    async fn list_team_statuses(
        &self,
        _: Request<adoption::ListTeamStatusesRequest>,
    ) -> Result<Response<adoption::ListTeamStatusesResponse>, Status> {
        not_asked()
    }

    async fn get_team_adoption(
        &self,
        _: Request<adoption::GetTeamAdoptionRequest>,
    ) -> Result<Response<adoption::TeamAdoption>, Status> {
        not_asked()
    }

    async fn get_teams_overview(
        &self,
        request: Request<adoption::GetTeamsOverviewRequest>,
    ) -> Result<Response<adoption::TeamsOverview>, Status> {
        self.reach()?;
        let request = request.into_inner();
        Ok(Response::new(self.change(|s| s.overview_of(&request.teams))))
    }

    async fn get_team_gaps(
        &self,
        request: Request<adoption::GetTeamGapsRequest>,
    ) -> Result<Response<adoption::GetTeamGapsResponse>, Status> {
        self.reach()?;
        let request = request.into_inner();
        Ok(Response::new(self.change(|s| s.gaps_of(&request))))
    }
}
