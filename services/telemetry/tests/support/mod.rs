//! A directory to count in, and hands for what every test does.

use std::sync::{Arc, Mutex};

use jiff::{Timestamp, ToSpan, civil::Date};
use kit::{
    bus::{Consumer, Envelope},
    client::Outgoing,
    db::{Db, Tx},
    error::Error,
    module::Module,
    testing::{Harness, ORGANIZATION, World},
};
use prost::Name as _;
use proto::{
    access::v1::Role,
    identity::v1 as identity,
    localization::v1::LocalizedText,
    telemetry::v1::{
        self as pb, application_service_client::ApplicationServiceClient,
        report_service_client::ReportServiceClient, usage_import_service_client::UsageImportServiceClient,
        usage_service_client::UsageServiceClient,
    },
};

/// Hears what is told of team days, as the adoption service does.
struct Listener {
    db: Db,
    heard: Arc<Mutex<Vec<pb::TeamDaysCounted>>>,
}

impl Listener {
    async fn open(world: &World) -> Self {
        let db = Db::open(world.context.database(), "listener", Vec::new).await.expect("a database");
        Self { db, heard: Arc::default() }
    }
}

impl Module for Listener {
    fn name(&self) -> &'static str {
        "listener"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn routes(&self, _: &mut tonic::service::RoutesBuilder) {}

    fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        vec![Arc::new(Hears(self.heard.clone()))]
    }
}

struct Hears(Arc<Mutex<Vec<pb::TeamDaysCounted>>>);

#[async_trait::async_trait]
impl Consumer for Hears {
    fn name(&self) -> &'static str {
        "listener.team_days_counted"
    }

    fn kinds(&self) -> Vec<String> {
        vec![pb::TeamDaysCounted::full_name()]
    }

    async fn consume(&self, _: &Tx, event: &Envelope) -> Result<(), Error> {
        self.0.lock().expect("nobody panicked").push(event.decode()?);
        Ok(())
    }
}

/// The service with a directory: team `all` above `a` (eight sellers), `b` (eight sellers) and `c` (three clerks), all at
/// a site in UTC that works Monday to Friday. Person `p0` is the first seller of `a`.
pub(crate) struct Bench {
    pub(crate) harness: Harness,
    _world: World,
    heard: Arc<Mutex<Vec<pb::TeamDaysCounted>>>,
    revision: std::sync::atomic::AtomicI64,
}

pub(crate) fn name(collection: &str, id: &str) -> String {
    format!("organizations/{ORGANIZATION}/{collection}/{id}")
}

pub(crate) fn organization() -> String {
    format!("organizations/{ORGANIZATION}")
}

pub(crate) fn title(text: &str) -> LocalizedText {
    LocalizedText { en: text.into(), ..LocalizedText::default() }
}

/// The team of each person.
pub(crate) const PEOPLE: &[(&str, &str, usize)] =
    &[("a", "seller", 8), ("b", "seller", 8), ("c", "clerk", 3)];

impl Bench {
    /// The service with its directory, at 2026-03-02 09:00 UTC, a Monday.
    pub(crate) async fn new() -> Self {
        let bench = Self::empty().await;
        let mut number = 0;
        for (team, position, count) in PEOPLE {
            for _ in 0..*count {
                bench.person(number, team, position).await;
                number += 1;
            }
        }
        bench
    }

    /// The same without people.
    pub(crate) async fn empty() -> Self {
        let world = World::new().await;
        let telemetry = telemetry::open(&world.context).await.expect("the service opens");
        let listener = Arc::new(Listener::open(&world).await);
        let heard = listener.heard.clone();
        let harness = world.serve(vec![telemetry, listener]);
        let bench = Self { harness, _world: world, heard, revision: 1.into() };
        bench.site("UTC").await;
        for position in ["seller", "clerk"] {
            let position = identity::Position {
                name: name("positions", position),
                display_name: position.into(),
                revision: bench.next(),
                ..Default::default()
            };
            bench.harness.deliver(&identity::PositionChanged { position: Some(position) }).await;
        }
        for (team, parent) in [("all", None), ("a", Some("all")), ("b", Some("all")), ("c", Some("all"))] {
            let parent: Option<&str> = parent;
            let team = identity::Team {
                name: name("teams", team),
                display_name: team.to_uppercase(),
                parent: parent.map(|p| name("teams", p)).unwrap_or_default(),
                ancestors: parent.map(|p| name("teams", p)).into_iter().collect(),
                revision: bench.next(),
                ..Default::default()
            };
            bench.harness.deliver(&identity::TeamChanged { team: Some(team) }).await;
        }
        bench
    }

    fn next(&self) -> i64 {
        self.revision.fetch_add(1, std::sync::atomic::Ordering::SeqCst)
    }

    pub(crate) async fn site(&self, zone: &str) {
        let site = identity::Site {
            name: name("sites", "here"),
            display_name: "Here".into(),
            time_zone: zone.into(),
            work_weeks: vec![identity::WorkWeek {
                start_day: "2010-01-01".into(),
                work_days: vec![1, 2, 3, 4, 5],
            }],
            revision: self.next(),
            ..Default::default()
        };
        self.harness.deliver(&identity::SiteChanged { site: Some(site) }).await;
    }

    /// Enters a person, employed since 2015.
    pub(crate) async fn person(&self, number: usize, team: &str, position: &str) {
        let person = identity::Person {
            name: name("people", &format!("p{number}")),
            external_id: format!("E{number}"),
            display_name: format!("Person {number}"),
            site: name("sites", "here"),
            employment_start_day: "2015-01-01".into(),
            memberships: vec![identity::Membership {
                team: name("teams", team),
                position: name("positions", position),
                start_day: "2015-01-01".into(),
                ..Default::default()
            }],
            revision: self.next(),
            ..Default::default()
        };
        self.harness.deliver(&identity::PersonChanged { person: Some(person) }).await;
    }

    pub(crate) fn applications(&self, role: Role) -> ApplicationServiceClient<Outgoing> {
        ApplicationServiceClient::new(self.harness.as_role(role))
    }

    pub(crate) fn usage(&self, role: Role) -> UsageServiceClient<Outgoing> {
        UsageServiceClient::new(self.harness.as_role(role))
    }

    pub(crate) fn imports(&self) -> UsageImportServiceClient<Outgoing> {
        UsageImportServiceClient::new(self.harness.as_role(Role::Hr))
    }

    pub(crate) fn reports(&self, role: Role) -> ReportServiceClient<Outgoing> {
        ReportServiceClient::new(self.harness.as_role(role))
    }

    pub(crate) fn service(&self) -> ReportServiceClient<Outgoing> {
        ReportServiceClient::new(self.harness.as_service("adoption"))
    }

    /// Enters an application; answers its name.
    pub(crate) async fn application(&self, text: &str) -> String {
        let request = pb::CreateApplicationRequest {
            parent: organization(),
            application: Some(pb::Application { title: Some(title(text)), ..Default::default() }),
            ..Default::default()
        };
        self.applications(Role::Admin)
            .create_application(request)
            .await
            .expect("an application")
            .into_inner()
            .name
    }

    /// Enters a feature; answers its name.
    pub(crate) async fn feature(&self, application: &str, code: &str) -> String {
        let request = pb::CreateFeatureRequest {
            parent: application.into(),
            feature: Some(pb::Feature { code: code.into(), ..Default::default() }),
            ..Default::default()
        };
        self.applications(Role::Hr).create_feature(request).await.expect("a feature").into_inner().name
    }

    /// Makes a feature, or any, a core task of a position, or of all.
    pub(crate) async fn core_task(&self, application: &str, position: &str, feature: &str) -> String {
        let position = if position.is_empty() { String::new() } else { name("positions", position) };
        let request = pb::CreateCoreTaskRequest {
            parent: application.into(),
            core_task: Some(pb::CoreTask { position, feature: feature.into(), ..Default::default() }),
        };
        self.applications(Role::Hr).create_core_task(request).await.expect("a core task").into_inner().name
    }

    /// An application with the feature `deals`, a core task of every position.
    pub(crate) async fn crm(&self) -> String {
        let application = self.application("CRM").await;
        let feature = self.feature(&application, "deals").await;
        self.core_task(&application, "", &feature).await;
        application
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.harness.context.clock.now()
    }

    pub(crate) fn set(&self, time: &str) {
        self.harness.clock.set(time.parse().expect("an instant"));
    }

    /// Records events as an administrator.
    pub(crate) async fn record(&self, application: &str, events: Vec<pb::UsageEvent>) -> pb::RecordSummary {
        let request = pb::RecordUsageRequest { application: application.into(), events };
        let answer = self.usage(Role::Admin).record_usage(request).await.expect("the events are taken");
        answer.into_inner().summary.expect("a summary")
    }

    /// Lets the days pass from the clock's day to `last`; on each, `who` says who does something at noon.
    pub(crate) async fn live(&self, application: &str, last: &str, who: impl Fn(Date) -> Vec<usize>) {
        let last: Date = last.parse().expect("a day");
        let mut day = self.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        while day <= last {
            self.set(&format!("{day}T18:00:00Z"));
            let events: Vec<_> = who(day)
                .into_iter()
                .map(|p| event(&format!("{day}-{p}"), &format!("{day}T12:00:00Z"), &format!("E{p}"), "deals"))
                .collect();
            if !events.is_empty() {
                self.record(application, events).await;
            }
            day = day.checked_add(1.day()).expect("a next day");
            self.set(&format!("{day}T00:05:00Z"));
            self.harness.settle().await;
        }
    }

    /// The cells that were told of, the latest revision of each: `(day, team, position, eligible, active, revision)`.
    pub(crate) fn told(&self) -> Vec<(String, String, String, i32, i32, i64)> {
        let mut latest = std::collections::BTreeMap::new();
        for event in self.heard.lock().expect("nobody panicked").iter() {
            for cell in &event.cells {
                assert_eq!(cell.day, event.day);
                let last = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
                let key = (cell.day.clone(), last(&cell.team), last(&cell.position));
                let value = (cell.eligible, cell.active, cell.revision);
                let entry = latest.entry(key).or_insert(value);
                if entry.2 < value.2 {
                    *entry = value;
                }
            }
        }
        latest.into_iter().map(|((d, t, p), (n, x, r))| (d, t, p, n, x, r)).collect()
    }

    /// What was told of a team on a day: eligible, active, revision.
    pub(crate) fn cell(&self, day: &str, team: &str) -> Option<(i32, i32, i64)> {
        self.told().into_iter().find(|c| c.0 == day && c.1 == team).map(|c| (c.3, c.4, c.5))
    }
}

pub(crate) fn event(id: &str, time: &str, who: &str, feature: &str) -> pb::UsageEvent {
    let time: Timestamp = time.parse().expect("an instant");
    pb::UsageEvent {
        event_id: id.into(),
        time: Some(kit::db::time::to_proto(time)),
        external_id: who.into(),
        feature: feature.into(),
    }
}

/// The fields and rules that a refused request breaks.
pub(crate) fn violations(status: &tonic::Status) -> Vec<(String, String)> {
    use tonic_types::StatusExt as _;
    let details = status.get_error_details();
    let found = details.bad_request().map(|b| b.field_violations.clone()).unwrap_or_default();
    found.into_iter().map(|v| (v.field, v.reason)).collect()
}

/// The reason of a refusal.
pub(crate) fn reason(status: &tonic::Status) -> String {
    use tonic_types::StatusExt as _;
    status.get_error_details().error_info().map(|i| i.reason.clone()).unwrap_or_default()
}
