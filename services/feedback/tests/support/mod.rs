//! A company in Tehran that speaks its mind.

pub(crate) mod adoption;
pub(crate) mod build;
pub(crate) mod committees;
mod proposals;
pub(crate) mod pulses;

use std::{sync::Arc, time::Duration};

use kit::{
    auth::{Caller, Grant, Person as SignedIn},
    client::Outgoing,
    config::Config,
    localize::Language,
    module::Module,
    testing::{Harness, Listener, ORGANIZATION, World},
};
use prost::Name;
use proto::{access::v1::Role, feedback::v1 as pb, identity::v1 as identity};
use tonic::{Code, Status};
use tonic_types::StatusExt;

use self::adoption::Adoption;

/// The company: six sellers in the west (w1 to w6), five in the east (e1 to e5), five clerks in support (s1 to s5); west and east
/// are below sales. Hana is of HR, in no team. It is Monday, 2 March 2026, half past noon in Tehran.
pub(crate) struct Company {
    pub(crate) harness: Harness,
    service: Arc<feedback::Feedback>,
    listener: Arc<Listener>,
    _world: World,
}

pub(crate) async fn company() -> Company {
    company_with(&[]).await
}

/// With these settings in `[feedback]`.
pub(crate) async fn company_with(settings: &[(&str, i64)]) -> Company {
    let mut world = World::new().await;
    let mut config: Config = (*world.context.config).clone();
    let table = settings.iter().map(|(k, v)| ((*k).to_owned(), toml::Value::Integer(*v))).collect();
    config.services.insert("feedback".into(), toml::Value::Table(table));
    world.context.config = Arc::new(config);
    open(world, Vec::new()).await
}

/// With adoption beside it.
pub(crate) async fn company_with_adoption() -> (Company, Arc<Adoption>) {
    let world = World::new().await;
    let adoption = Adoption::open(&world.context).await;
    (open(world, vec![adoption.clone()]).await, adoption)
}

async fn open(world: World, others: Vec<Arc<dyn Module>>) -> Company {
    let service = feedback::open(&world.context).await.unwrap();
    let told = vec![
        pb::ProposalAnswered::full_name(),
        pb::ProposalCommented::full_name(),
        pb::PersonMentioned::full_name(),
        pb::PulseOpened::full_name(),
        pb::MeetingInvited::full_name(),
        pb::MeetingUpdated::full_name(),
        pb::MeetingCancelled::full_name(),
        pb::MinutesApproved::full_name(),
        pb::OutcomeTaskAssigned::full_name(),
        pb::OutcomeTaskOverdue::full_name(),
    ];
    let listener = Listener::open(&world.context, told).await;
    let mut modules: Vec<Arc<dyn Module>> = vec![service.clone(), listener.clone()];
    modules.extend(others);
    let harness = world.serve(modules);
    let company = Company { harness, service, listener, _world: world };
    company.move_in().await;
    company
}

pub(crate) fn parent() -> String {
    format!("organizations/{ORGANIZATION}")
}

pub(crate) fn name(collection: &str, id: &str) -> String {
    format!("{}/{collection}/{id}", parent())
}

/// The fields that a request breaks rules with.
pub(crate) fn fields(status: &Status) -> Vec<String> {
    violations(status).into_iter().map(|(field, _)| field).collect()
}

/// The fields that a request breaks rules with, and the codes of the rules.
pub(crate) fn violations(status: &Status) -> Vec<(String, String)> {
    assert_eq!(status.code(), Code::InvalidArgument, "{status:?}");
    let details = status.get_details_bad_request().unwrap();
    details.field_violations.into_iter().map(|v| (v.field, v.reason)).collect()
}

/// The reason of a refusal by the state of things.
pub(crate) fn reason(status: &Status) -> String {
    assert_eq!(status.code(), Code::FailedPrecondition, "{status:?}");
    status.get_details_error_info().unwrap().reason
}

impl Company {
    async fn move_in(&self) {
        let h = &self.harness;
        let organization = identity::Organization {
            name: parent(),
            display_name: "Parsian".into(),
            languages: vec![1, 2],
            revision: 1,
            ..Default::default()
        };
        h.deliver(&identity::OrganizationChanged { organization: Some(organization) }).await;
        let site = identity::Site {
            name: name("sites", "tehran"),
            display_name: "Tehran".into(),
            time_zone: "Asia/Tehran".into(),
            work_weeks: vec![identity::WorkWeek {
                start_day: "2020-01-01".into(),
                work_days: vec![6, 7, 1, 2, 3],
            }],
            revision: 1,
            ..Default::default()
        };
        h.deliver(&identity::SiteChanged { site: Some(site) }).await;
        for id in ["seller", "clerk"] {
            let position = identity::Position {
                name: name("positions", id),
                display_name: id.into(),
                revision: 1,
                ..Default::default()
            };
            h.deliver(&identity::PositionChanged { position: Some(position) }).await;
        }
        for (id, ancestors) in
            [("sales", vec![]), ("west", vec!["sales"]), ("east", vec!["sales"]), ("support", vec![])]
        {
            let team = identity::Team {
                name: name("teams", id),
                display_name: id.to_uppercase(),
                parent: ancestors.last().map(|p| name("teams", p)).unwrap_or_default(),
                ancestors: ancestors.iter().map(|a| name("teams", a)).collect(),
                revision: 1,
                ..Default::default()
            };
            h.deliver(&identity::TeamChanged { team: Some(team) }).await;
        }
        for (letter, team, position, count) in
            [("w", "west", "seller", 6), ("e", "east", "seller", 5), ("s", "support", "clerk", 5)]
        {
            for i in 1..=count {
                self.hire(build::person(&format!("{letter}{i}"), team, position)).await;
            }
        }
        self.hire(identity::Person { memberships: vec![], ..build::person("hana", "", "") }).await;
    }

    /// Somebody joins, or changed.
    pub(crate) async fn hire(&self, person: identity::Person) {
        self.harness.deliver(&identity::PersonChanged { person: Some(person) }).await;
    }

    pub(crate) fn person(&self, id: &str) -> Outgoing {
        self.harness.as_person(id, &[])
    }

    /// Somebody who reads another language than English.
    pub(crate) fn person_in(&self, id: &str, language: Language) -> Outgoing {
        let caller = Caller::signed_in(SignedIn {
            organization: ORGANIZATION.into(),
            person: id.into(),
            session: "session".into(),
            grants: vec![Grant { role: Role::Member, team: None }],
        });
        self.harness.context.transport.acting_as(caller.reading(language))
    }

    /// The service itself, for what only its database tells.
    pub(crate) fn service(&self) -> &feedback::Feedback {
        &self.service
    }

    /// Hana of HR.
    pub(crate) fn hr(&self) -> Outgoing {
        self.harness.as_person("hana", &[(Role::Hr, None)])
    }

    pub(crate) async fn settle(&self) {
        self.harness.settle().await;
    }

    /// Time passes, and what is due then is done.
    pub(crate) async fn hours_pass(&self, hours: u64) {
        self.harness.clock.advance(Duration::from_hours(hours));
        self.settle().await;
    }

    /// What the others heard so far of this kind, in the order in which it was told.
    pub(crate) async fn heard<E: prost::Name + Default>(&self) -> Vec<E> {
        self.settle().await;
        self.listener.heard()
    }
}

/// The ids of people in an event, in their order.
pub(crate) fn ids(names: &[String]) -> Vec<&str> {
    names.iter().filter_map(|n| n.rsplit('/').next()).collect()
}
