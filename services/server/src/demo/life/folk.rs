//! Who is who, for those who wrote the scripts: a member of the cast by role, anybody else by team and place in it.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::Context as _;
use jiff::{ToSpan, civil::Date};
use kit::{
    auth::{Caller, Grant, Person as SignedIn, Role},
    client::{Outgoing, Transport},
    clock::{Clock as _, ShiftedClock},
};
use proto::{
    localization::v1::Language,
    telemetry::v1::{ListFeaturesRequest, application_service_client::ApplicationServiceClient},
    training::v1::{ListCoursesRequest, course_service_client::CourseServiceClient},
};

use crate::demo::{
    cast, days,
    world::{ORGANIZATION, Person, World, teams},
};

/// From personnel number to person id; grows when somebody joins.
pub(crate) type Ids = Arc<Mutex<HashMap<String, String>>>;

/// How scripts call the cast.
const CAST: [(&str, Role); 6] = [
    ("hr", Role::Hr),
    ("admin", Role::Admin),
    ("trainer", Role::Trainer),
    ("champion", Role::Champion),
    ("sponsor", Role::Sponsor),
    ("member", Role::Member),
];

/// People, teams, and what was made so far.
pub(super) struct Folk {
    transport: Transport,
    pub(super) world: Arc<World>,
    ids: Ids,
    clock: Arc<ShiftedClock>,
    /// By display name.
    teams: HashMap<String, String>,
    pub(super) application: String,
    /// By code.
    features: HashMap<String, String>,
    /// By the code of their feature.
    courses: HashMap<String, String>,
    /// Resource names of what was made, by the key that its script gives it.
    made: Mutex<HashMap<String, String>>,
}

/// How many days a date is after the first day of the history.
pub(super) fn number(date: Date) -> i32 {
    date.since(World::first_day()).map_or(0, |s| s.get_days())
}

/// The date so many days after the first day of the history.
pub(super) fn date(day: i32) -> Date {
    World::first_day().saturating_add(day.days())
}

/// Everybody of a team who was there before the history began.
fn members<'a>(world: &'a World, team: &str) -> Vec<&'a Person> {
    let first = World::first_day();
    world.people.iter().filter(|p| p.team.id == team && p.start <= first).collect()
}

/// Whom a script means.
pub(super) fn find<'a>(world: &'a World, who: &str) -> Option<&'a Person> {
    if let Some((_, role)) = CAST.iter().find(|(key, _)| *key == who) {
        return cast(world).find(|(_, r)| r == role).map(|(person, _)| person);
    }
    let (team, place) = who.split_once('/')?;
    let members = members(world, team);
    let place: usize = place.parse().ok()?;
    members.get(place % members.len().max(1)).copied()
}

/// The organisation's resource name.
pub(super) fn parent() -> String {
    format!("organizations/{ORGANIZATION}")
}

/// What a person writes in.
pub(super) fn language(person: &Person) -> Language {
    match person.team.site.language {
        "fa" => Language::Fa,
        "ar" => Language::Ar,
        _ => Language::En,
    }
}

impl Folk {
    pub(super) async fn new(
        transport: Transport,
        world: Arc<World>,
        ids: Ids,
        clock: Arc<ShiftedClock>,
    ) -> anyhow::Result<Self> {
        let teams = days::teams(&transport).await?;
        let application = days::application(&transport).await?;
        let way = || transport.as_service("demo", ORGANIZATION);
        let request = ListFeaturesRequest { parent: application.clone(), ..Default::default() };
        let all = ApplicationServiceClient::new(way()).list_features(request).await?.into_inner().features;
        let features: HashMap<String, String> = all.into_iter().map(|f| (f.code, f.name)).collect();
        let request = ListCoursesRequest { parent: parent(), ..Default::default() };
        let all = CourseServiceClient::new(way()).list_courses(request).await?.into_inner().courses;
        let code = |name: &str| features.iter().find(|(_, f)| *f == name).map(|(code, _)| code.clone());
        let courses = all.into_iter().filter_map(|c| Some((code(&c.feature)?, c.name))).collect();
        Ok(Self {
            transport,
            world,
            ids,
            clock,
            teams,
            application,
            features,
            courses,
            made: Mutex::default(),
        })
    }

    /// Everybody of a team who was there before the history began.
    pub(super) fn members(&self, team: &str) -> Vec<&Person> {
        members(&self.world, team)
    }

    /// Somebody: `hr`, `member` and so on, or a team with a place in it, such as `sales-teh-2/3`.
    pub(super) fn someone(&self, who: &str) -> anyhow::Result<&Person> {
        find(&self.world, who).with_context(|| format!("the demo knows nobody called {who}"))
    }

    /// Whether a visitor may be this person.
    pub(super) fn is_cast(&self, person: &Person) -> bool {
        cast(&self.world).any(|(p, _)| p.id == person.id)
    }

    /// The id of a person.
    pub(super) fn id(&self, person: &Person) -> anyhow::Result<String> {
        let ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        ids.get(&person.id).cloned().with_context(|| format!("{} was not imported", person.id))
    }

    /// The resource name of a person.
    pub(super) fn name(&self, who: &str) -> anyhow::Result<String> {
        Ok(format!("{}/people/{}", parent(), self.id(self.someone(who)?)?))
    }

    /// The resource names of people.
    pub(super) fn names(&self, who: &[String]) -> anyhow::Result<Vec<String>> {
        who.iter().map(|who| self.name(who)).collect()
    }

    /// Calls as somebody.
    pub(super) fn way(&self, who: &str) -> anyhow::Result<Outgoing> {
        self.way_of(self.someone(who)?)
    }

    /// Calls as a person, with the roles that the person has.
    pub(super) fn way_of(&self, person: &Person) -> anyhow::Result<Outgoing> {
        let own = cast(&self.world).find(|(p, _)| p.id == person.id).map(|(_, role)| role);
        // What champions may do, they may by their appointment.
        let own = own.filter(|role| !matches!(role, Role::Member | Role::Champion));
        Ok(self.with(self.id(person)?, own))
    }

    /// Calls as the person with this resource name.
    pub(super) fn way_named(&self, name: &str) -> Outgoing {
        self.with(name.rsplit('/').next().unwrap_or_default().to_owned(), None)
    }

    /// Calls as another service does.
    pub(super) fn way_of_service(&self) -> Outgoing {
        self.transport.as_service("demo", ORGANIZATION)
    }

    fn with(&self, person: String, role: Option<Role>) -> Outgoing {
        let roles = std::iter::once(Role::Member).chain(role);
        self.transport.acting_as(Caller::signed_in(SignedIn {
            organization: ORGANIZATION.into(),
            person,
            session: "demo".into(),
            grants: roles.map(|role| Grant { role, team: None }).collect(),
        }))
    }

    /// The resource name of a team of the world, or of a department by its English name.
    pub(super) fn team(&self, id: &str) -> anyhow::Result<String> {
        let name = teams::TEAMS.iter().find(|t| t.id == id).map_or(id, |t| t.name);
        self.teams.get(name).cloned().with_context(|| format!("the demo has no team {id}"))
    }

    /// The resource names of teams.
    pub(super) fn team_names(&self, ids: &[String]) -> anyhow::Result<Vec<String>> {
        ids.iter().map(|id| self.team(id)).collect()
    }

    /// The resource name of a feature; empty for the whole application.
    pub(super) fn feature(&self, code: &str) -> String {
        self.features.get(code).cloned().unwrap_or_default()
    }

    /// The resource name of the course about a feature.
    pub(super) fn course(&self, feature: &str) -> anyhow::Result<String> {
        self.courses.get(feature).cloned().with_context(|| format!("no course is about {feature}"))
    }

    /// Lets minutes pass, as long as people sit together.
    pub(super) fn stay(&self, minutes: i32) {
        let end = self.clock.now().saturating_add(i64::from(minutes).minutes());
        if let Ok(end) = end {
            self.clock.set(end);
        }
    }

    /// Remembers what was made.
    pub(super) fn keep(&self, key: impl Into<String>, name: String) {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(key.into(), name);
    }

    /// What was made under this key.
    pub(super) fn made(&self, key: &str) -> anyhow::Result<String> {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.get(key).cloned().with_context(|| format!("{key} was not made yet"))
    }
}
