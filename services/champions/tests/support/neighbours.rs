//! The other services, as far as champions asks them: what they hold, and what they were asked.

mod answers;

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
    adoption::v1::{self as adoption, team_adoption_service_server::TeamAdoptionServiceServer},
    champions::v1 as champions,
    identity::v1::person_service_server::PersonServiceServer,
    training::v1::{
        self as training, article_service_server::ArticleServiceServer,
        evidence_service_server::EvidenceServiceServer, help_service_server::HelpServiceServer,
    },
};
use tonic::{Status, async_trait, service::RoutesBuilder};

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
            champions::VisitMade::full_name(),
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
