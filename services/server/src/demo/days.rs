//! A day at the made-up organisation: people learn in the morning, work all day, and at night everything is counted.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::Context as _;
use jiff::{ToSpan, civil::Date, tz::TimeZone};
use kit::{
    auth::{Caller, Grant, Role},
    client::Transport,
    clock::{Clock, ShiftedClock},
    db::time::to_proto,
    runtime::Runtime,
};
use proto::{
    demo::v1::DemoPerson,
    identity::v1::{
        ListPeopleRequest, ListTeamsRequest, person_service_client::PersonServiceClient,
        team_service_client::TeamServiceClient,
    },
    telemetry::v1::{
        DataQualityReport, ListApplicationsRequest, RecordDataQualityRequest, RecordUsageRequest, UsageEvent,
        application_service_client::ApplicationServiceClient, data_quality_report::Whose,
        usage_service_client::UsageServiceClient,
    },
    training::v1::Question,
};
use rand::Rng;

use super::{
    cast, courses,
    learner::Learner,
    life::{Ids, Life},
    people, staff,
    store::Store,
    world::{
        self, ORGANIZATION, Person, World,
        teams::{Uptake, Why},
    },
};
use crate::app::App;

/// Events in one call.
const BATCH: usize = 500;
/// So much of a team must have learned before it shows.
const ENOUGH: f64 = 0.6;

/// Lets days pass.
pub(crate) struct Days {
    transport: Transport,
    runtime: Runtime,
    world: Arc<World>,
    clock: Arc<ShiftedClock>,
    store: Arc<Store>,
    application: String,
    /// Personnel numbers of those whom a visitor may be.
    cast: HashSet<String>,
    questions: Vec<Question>,
    /// From personnel number to the person's id.
    ids: Ids,
    /// From a team's name to its resource name.
    teams: HashMap<String, String>,
    /// How many people of a team learned since its retraining.
    learned: Mutex<HashMap<&'static str, usize>>,
    life: Life,
}

impl Days {
    /// Days of an organisation whose directory is there.
    pub(crate) async fn new(
        app: &App,
        world: Arc<World>,
        clock: Arc<ShiftedClock>,
        store: Arc<Store>,
    ) -> anyhow::Result<Self> {
        for (team, day) in store.retrained() {
            world.retrain(&team, day);
        }
        let transport = app.context.transport.clone();
        let ids: Ids = Arc::new(Mutex::new(ids(&transport).await?));
        Ok(Self {
            life: Life::new(transport.clone(), world.clone(), ids.clone(), clock.clone()).await?,
            ids,
            teams: teams(&transport).await?,
            application: application(&transport).await?,
            cast: cast(&world).map(|(person, _)| person.id.clone()).collect(),
            transport,
            runtime: app.runtime.clone(),
            world,
            clock,
            store,
            questions: courses::questions()?,
            learned: Mutex::default(),
        })
    }

    /// Whom a visitor can be.
    pub(crate) fn cast(&self) -> Vec<DemoPerson> {
        people(&self.world)
    }

    /// Lets the next day pass, from this morning to the next one.
    pub(crate) async fn next(&self) -> anyhow::Result<()> {
        let today = self.clock.now().to_zoned(TimeZone::UTC).date();
        self.live(today, true).await?;
        self.store.keep_retrained(&self.world.retrained())?;
        self.store.keep(self.clock.as_ref())
    }

    /// One day. In history, who learns when is known beforehand; later, everybody looks now and then.
    pub(crate) async fn live(&self, day: Date, look_around: bool) -> anyhow::Result<()> {
        self.at(day, 6)?;
        self.welcome(day).await?;
        self.runtime.settle().await?;
        self.learn(day, look_around).await?;
        self.at(day, 10)?;
        let life = if look_around { self.life.go_on(day).await } else { self.life.live(day).await };
        life.with_context(|| format!("on {day}"))?;
        self.at(day, 22)?;
        self.work(day).await?;
        if look_around {
            // A visitor wants to see the evening; history waits for the next morning.
            self.runtime.settle().await?;
        }
        self.at(day.saturating_add(1.day()), 4)
    }

    fn at(&self, day: Date, hour: i8) -> anyhow::Result<()> {
        let instant = day.at(hour, 0, 0, 0).to_zoned(TimeZone::UTC)?.timestamp();
        if instant > self.clock.now() {
            self.clock.set(instant);
        }
        Ok(())
    }

    /// Whoever begins today comes in the HR system's file.
    async fn welcome(&self, day: Date) -> anyhow::Result<()> {
        if day > World::first_day() && self.world.people.iter().any(|p| p.start == day) {
            staff::import(&self.transport, &self.runtime, &self.world, |p| p.start == day).await?;
            let all = ids(&self.transport).await?;
            *self.ids.lock().unwrap_or_else(PoisonError::into_inner) = all;
        }
        Ok(())
    }

    fn id_of(&self, person: &Person) -> Option<String> {
        self.ids.lock().unwrap_or_else(PoisonError::into_inner).get(&person.id).cloned()
    }

    async fn work(&self, day: Date) -> anyhow::Result<()> {
        let mut client = UsageServiceClient::new(self.transport.as_service("demo", ORGANIZATION));
        let events: Vec<UsageEvent> = self
            .world
            .acts_of(day)
            .into_iter()
            .map(|act| UsageEvent {
                event_id: act.id,
                time: Some(to_proto(act.time)),
                external_id: act.person,
                feature: act.feature.to_owned(),
            })
            .collect();
        for batch in events.chunks(BATCH) {
            let request =
                RecordUsageRequest { application: self.application.clone(), events: batch.to_vec() };
            client.record_usage(request).await?;
        }
        let reports: Vec<DataQualityReport> = self
            .world
            .records_of(day)
            .into_iter()
            .filter_map(|r| {
                let name = world::teams::TEAMS.iter().find(|t| t.id == r.team)?.name;
                Some(DataQualityReport {
                    report_id: r.id,
                    day: day.to_string(),
                    feature: r.feature.to_owned(),
                    whose: Some(Whose::Team(self.teams.get(name)?.clone())),
                    complete: r.complete.into(),
                    incomplete: r.incomplete.into(),
                    duplicate: r.duplicate.into(),
                    corrected: r.corrected.into(),
                })
            })
            .collect();
        for batch in reports.chunks(BATCH) {
            let request =
                RecordDataQualityRequest { application: self.application.clone(), reports: batch.to_vec() };
            client.record_data_quality(request).await?;
        }
        Ok(())
    }

    async fn learn(&self, day: Date, look_around: bool) -> anyhow::Result<()> {
        for (number, person) in self.world.people.iter().enumerate() {
            let mut random = self.world.random_of(day, 1_000_003 + number as u64);
            let looks =
                if look_around { random.random_bool(0.3) } else { learning_day(person, number) == day };
            // The visitor plays the cast; nobody else learns in their place.
            if look_around && self.cast.contains(&person.id) {
                continue;
            }
            if !looks || day < person.start || !person.team.site.works(day) && look_around {
                continue;
            }
            let Some(id) = self.id_of(person) else { continue };
            let mut learner = Learner::new(self.transport.acting_as(member(&id)), ORGANIZATION);
            for enrollment in learner.open().await? {
                if !enrollment.locked {
                    learner.take(&enrollment.name, &self.questions, &mut random).await?;
                    self.count(person, day, look_around);
                }
            }
        }
        Ok(())
    }

    /// A team that lacked knowledge uses the CRM like others once most of it was retrained.
    fn count(&self, person: &Person, day: Date, retraining: bool) {
        let lacking = matches!(person.team.uptake, Uptake::Low(Why::NeverTrained) | Uptake::Declining { .. });
        if !(retraining && lacking) {
            return;
        }
        let mut learned = self.learned.lock().unwrap_or_else(PoisonError::into_inner);
        let count = learned.entry(person.team.id).or_default();
        *count += 1;
        #[expect(clippy::cast_precision_loss, reason = "a few people")]
        if *count as f64 >= ENOUGH * person.team.size as f64 {
            self.world.retrain(person.team.id, day.saturating_add(3.days()));
        }
    }
}

/// The application's resource name; there is only one.
pub(crate) async fn application(transport: &Transport) -> anyhow::Result<String> {
    let request = ListApplicationsRequest {
        parent: format!("organizations/{ORGANIZATION}"),
        ..ListApplicationsRequest::default()
    };
    let mut client = ApplicationServiceClient::new(transport.as_service("demo", ORGANIZATION));
    let all = client.list_applications(request).await?.into_inner().applications;
    all.into_iter().next().map(|a| a.name).context("the demo has no application")
}

/// In history, most people took their course in the first month, a few never did.
fn learning_day(person: &Person, number: usize) -> Date {
    if number % 12 == 5 {
        return Date::MAX;
    }
    let begin = World::first_day().max(person.start);
    begin.saturating_add(i32::try_from(3 + number * 7 % 26).unwrap_or(3).days())
}

fn member(person: &str) -> Caller {
    Caller::signed_in(kit::auth::Person {
        organization: ORGANIZATION.into(),
        person: person.into(),
        session: "demo".into(),
        grants: vec![Grant { role: Role::Member, team: None }],
    })
}

/// From personnel number to person id.
pub(crate) async fn ids(transport: &Transport) -> anyhow::Result<HashMap<String, String>> {
    let mut client = PersonServiceClient::new(transport.as_service("demo", ORGANIZATION));
    let mut ids = HashMap::new();
    let mut page_token = String::new();
    loop {
        let request = ListPeopleRequest {
            parent: format!("organizations/{ORGANIZATION}"),
            page_size: 500,
            page_token,
            ..ListPeopleRequest::default()
        };
        let page = client.list_people(request).await?.into_inner();
        for person in page.people {
            let id = person.name.rsplit('/').next().unwrap_or_default().to_owned();
            ids.insert(person.external_id, id);
        }
        page_token = page.next_page_token;
        if page_token.is_empty() {
            return Ok(ids);
        }
    }
}

/// From a team's name to its resource name.
pub(crate) async fn teams(transport: &Transport) -> anyhow::Result<HashMap<String, String>> {
    let mut client = TeamServiceClient::new(transport.as_service("demo", ORGANIZATION));
    let request = ListTeamsRequest { parent: format!("organizations/{ORGANIZATION}") };
    let teams = client.list_teams(request).await?.into_inner().teams;
    Ok(teams.into_iter().map(|t| (t.display_name, t.name)).collect())
}
