//! Telemetry, training and adoption, as far as incentives asks them. Telemetry here is a small honest world: it keeps what each
//! person does from day to day and answers for whoever was a member on both frozen days, as the real one does.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use async_trait::async_trait;
use jiff::{ToSpan, civil::Date};
use kit::{
    bus::{Consumer, Envelope},
    db::{Db, Tx},
    error::Error,
    module::{Context, Module},
};
use prost::Name;
use proto::{
    adoption::v1 as adoption,
    adoption::v1::team_flag_service_server::{TeamFlagService, TeamFlagServiceServer},
    incentives::v1 as pb,
    telemetry::v1 as telemetry,
    telemetry::v1::team_figure_service_server::{TeamFigureService, TeamFigureServiceServer},
    training::v1 as training,
    training::v1::team_completion_service_server::{TeamCompletionService, TeamCompletionServiceServer},
};
use tonic::{Request, Response, Status, service::RoutesBuilder};

use super::{TEAMS, name};

/// What the people of a team do, on working days.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Acts {
    /// The share of days on which each of them was active before the announcement.
    pub(crate) before: f64,
    /// And since.
    pub(crate) after: f64,
    /// Only so many of them have changed since; all when `None`.
    pub(crate) who: Option<usize>,
    /// Records that each saves on a day of use since, and the share of them with errors. Before: 10, a tenth.
    pub(crate) records: f64,
    pub(crate) errors: f64,
}

impl Acts {
    /// As comparable people, before and since: half of the days, ten records a day, a tenth with errors.
    pub(crate) fn usual() -> Self {
        Self { before: 0.5, after: 0.5, who: None, records: 10.0, errors: 0.1 }
    }
}

#[derive(Default)]
struct State {
    acts: BTreeMap<String, Acts>,
    flags: BTreeMap<String, (bool, Date)>,
    /// Members who moved, were hired or left since: by team, how many more are members on both frozen days.
    completed: BTreeMap<String, i32>,
    out: bool,
    asked: Vec<telemetry::GetTeamFiguresRequest>,
    heard: Vec<Envelope>,
    announced: Option<Date>,
}

/// What they answer, and what they were asked.
#[derive(Clone)]
pub(crate) struct Neighbours {
    db: Db,
    state: Arc<Mutex<State>>,
}

impl Neighbours {
    pub(crate) async fn open(context: &Context) -> Arc<Self> {
        let db = Db::open(context.database(), "neighbours", Vec::new).await.unwrap();
        Arc::new(Self { db, state: Arc::default() })
    }

    /// Says what the people of a team do.
    pub(crate) fn acts(&self, team: &str, acts: Acts) {
        self.state.lock().unwrap().acts.insert(team.into(), acts);
    }

    /// A flag of a team is open, or was until a day.
    pub(crate) fn flag(&self, team: &str, open: bool, last: Date) {
        self.state.lock().unwrap().flags.insert(team.into(), (open, last));
    }

    /// So many of a team have completed the courses.
    pub(crate) fn completed(&self, team: &str, people: i32) {
        self.state.lock().unwrap().completed.insert(team.into(), people);
    }

    /// They cannot be reached, or can be again.
    pub(crate) fn unreachable(&self, out: bool) {
        self.state.lock().unwrap().out = out;
    }

    /// What telemetry was asked.
    pub(crate) fn asked(&self) -> Vec<telemetry::GetTeamFiguresRequest> {
        self.state.lock().unwrap().asked.clone()
    }

    /// The events of this kind that have arrived here.
    pub(crate) fn heard<E: Name + Default>(&self) -> Vec<E> {
        let state = self.state.lock().unwrap();
        state.heard.iter().filter(|e| e.is::<E>()).map(|e| e.decode().unwrap()).collect()
    }

    fn reachable(&self) -> Result<(), Status> {
        if self.state.lock().unwrap().out { Err(Status::unavailable("out")) } else { Ok(()) }
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn working_days(first: Date, last: Date) -> f64 {
    let mut days = 0;
    let mut day = first;
    while day <= last {
        days += i32::from(day.weekday().to_monday_zero_offset() < 5);
        day = day.saturating_add(1.day());
    }
    f64::from(days)
}

/// A count that is a whole number anyway.
#[expect(clippy::cast_possible_truncation, reason = "small counts")]
fn whole(count: f64) -> i32 {
    count.round() as i32
}

fn size(team: &str) -> usize {
    TEAMS.iter().find(|(t, _, _)| name("teams", t) == team).map_or(0, |(_, _, n)| *n)
}

#[tonic::async_trait]
impl TeamFigureService for Neighbours {
    async fn get_team_figures(
        &self,
        request: Request<telemetry::GetTeamFiguresRequest>,
    ) -> Result<Response<telemetry::TeamFigures>, Status> {
        self.reachable()?;
        let request = request.into_inner();
        let mut state = self.state.lock().unwrap();
        state.asked.push(request.clone());
        let baseline = request.start_day == request.roster_start_day;
        if baseline {
            state.announced = Some(day(&request.roster_end_day));
        }
        let days = working_days(day(&request.start_day), day(&request.end_day));
        let weeks = days / 5.0;
        let mut figures = telemetry::TeamFigures::default();
        let (mut people, mut active, mut records, mut errors, mut taking_part) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for team in &request.teams {
            let id = team.rsplit('/').next().unwrap();
            let acts = state.acts.get(id).copied().unwrap_or_else(Acts::usual);
            let all = size(team);
            for member in 0..all {
                let changed = !baseline && acts.who.is_none_or(|n| member < n);
                let share = if changed {
                    acts.after
                } else if acts.who.is_some() && !baseline {
                    0.0
                } else {
                    acts.before
                };
                let (saved, wrong) = if changed { (acts.records, acts.errors) } else { (10.0, 0.1) };
                people += 1.0;
                active += share * days;
                // Records are saved on days of use.
                records += saved * days * share;
                errors += saved * days * share * wrong;
                taking_part += weeks * f64::from(u8::from(share > 0.0));
            }
        }
        if people >= 5.0 {
            let sum = |happened: f64, possible: f64, expected: f64| {
                Some(telemetry::TeamSum { happened, possible, expected: Some(expected), days: whole(days) })
            };
            figures.people = Some(whole(people));
            figures.r#use = sum(active, people * days, people * days * 0.5);
            figures.breadth = sum(active, people * weeks * 10.0, people * days * 0.5);
            figures.errors = sum(errors, records, records * 0.1);
            figures.person_weeks = whole(people * weeks);
            figures.person_weeks_active = whole(taking_part);
        }
        Ok(Response::new(figures))
    }
}

#[tonic::async_trait]
impl TeamCompletionService for Neighbours {
    async fn get_team_completion(
        &self,
        request: Request<training::GetTeamCompletionRequest>,
    ) -> Result<Response<training::TeamCompletion>, Status> {
        self.reachable()?;
        let request = request.into_inner();
        let state = self.state.lock().unwrap();
        let people: usize = request.teams.iter().map(|t| size(t)).sum();
        let of = |team: &String| state.completed.get(team.rsplit('/').next().unwrap()).copied().unwrap_or(0);
        let completed: i32 = request.teams.iter().map(of).sum();
        let people = i32::try_from(people).unwrap();
        let answer = if people < 5 {
            training::TeamCompletion::default()
        } else {
            training::TeamCompletion { people: Some(people), completed: Some(completed) }
        };
        Ok(Response::new(answer))
    }
}

#[tonic::async_trait]
impl TeamFlagService for Neighbours {
    async fn list_team_flags(
        &self,
        request: Request<adoption::ListTeamFlagsRequest>,
    ) -> Result<Response<adoption::ListTeamFlagsResponse>, Status> {
        self.reachable()?;
        let request = request.into_inner();
        let state = self.state.lock().unwrap();
        let since = day(&request.since_day);
        let teams = request.teams.iter().filter_map(|team| {
            let (open, last) = state.flags.get(team.rsplit('/').next().unwrap()).copied()?;
            let flagged = adoption::TeamFlagged { team: team.clone(), open, last_day: last.to_string() };
            (open || last >= since).then_some(flagged)
        });
        Ok(Response::new(adoption::ListTeamFlagsResponse { teams: teams.collect() }))
    }
}

impl Module for Neighbours {
    fn name(&self) -> &'static str {
        "neighbours"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn routes(&self, routes: &mut RoutesBuilder) {
        routes
            .add_service(TeamFigureServiceServer::new(self.clone()))
            .add_service(TeamCompletionServiceServer::new(self.clone()))
            .add_service(TeamFlagServiceServer::new(self.clone()));
    }

    fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        vec![Arc::new(Ear(self.clone()))]
    }
}

struct Ear(Neighbours);

#[async_trait]
impl Consumer for Ear {
    fn name(&self) -> &'static str {
        "neighbours.ear"
    }

    fn kinds(&self) -> Vec<String> {
        vec![
            pb::ChallengeStarted::full_name(),
            pb::ChallengeEnded::full_name(),
            pb::AwardDecided::full_name(),
            pb::RedemptionRequested::full_name(),
            pb::RedemptionDecided::full_name(),
            pb::ThanksGiven::full_name(),
        ]
    }

    async fn consume(&self, _: &Tx, event: &Envelope) -> Result<(), Error> {
        self.0.state.lock().unwrap().heard.push(event.clone());
        Ok(())
    }
}
