//! An office in Tehran that is told things.

pub(crate) mod smtp;

use std::{sync::Arc, time::Duration};

use kit::{
    auth::{Caller, Grant, Person as SignedIn},
    client::Outgoing,
    config::Config,
    localize::Language,
    module::Module,
    testing::{Harness, ORGANIZATION, World},
};
use proto::{
    access::v1::Role,
    identity::v1::{
        Membership, Organization, OrganizationChanged, Person, PersonChanged, RoleGrant, Site, SiteChanged,
        Team, TeamChanged, WorkWeek,
    },
    localization::v1::{Language as PbLanguage, LocalizedText},
    notifications::v1::{
        GetRecordedMailRequest, ListNotificationsRequest, ListRecordedMailsRequest, Notification,
        RecordedMail, inbox_service_client::InboxServiceClient, mail_service_client::MailServiceClient,
        preferences_service_client::PreferencesServiceClient,
    },
    training::v1::EnrollmentAssigned,
};
use tonic::{Code, Status};

/// The office: sara and omid sell (omid in Persian), hana is of HR, tara a trainer, cyrus champion of sales, adib the
/// administrator, nima without an address, and lea left last month.
pub(crate) struct Office {
    pub(crate) harness: Harness,
    _world: World,
}

pub(crate) async fn office() -> Office {
    office_with("").await
}

/// With these settings in `[notifications]`.
pub(crate) async fn office_with(settings: &str) -> Office {
    let mut world = World::new().await;
    let mut config: Config = (*world.context.config).clone();
    config.services.insert("notifications".into(), toml::Value::Table(settings.parse().unwrap()));
    config.server.public_url = "https://hamgam.example.org".into();
    config.server.mail_from = "Hamgam <hamgam@parsian.example>".into();
    world.context.config = Arc::new(config);
    let service = notifications::open(&world.context).await.unwrap();
    let harness = world.serve(vec![service as Arc<dyn Module>]);
    let office = Office { harness, _world: world };
    office.settle_in().await;
    office
}

pub(crate) fn name(collection: &str, id: &str) -> String {
    format!("{}/{collection}/{id}", parent())
}

pub(crate) fn parent() -> String {
    format!("organizations/{ORGANIZATION}")
}

pub(crate) fn text(en: &str, fa: &str, ar: &str) -> LocalizedText {
    LocalizedText { en: en.into(), fa: fa.into(), ar: ar.into() }
}

/// A course for a person, due on 14 March.
pub(crate) fn assigned(person: &str, title: &str) -> EnrollmentAssigned {
    EnrollmentAssigned {
        enrollment: name("enrollments", "e1"),
        person: name("people", person),
        course_title: Some(text(title, title, title)),
        due_day: "2026-03-14".into(),
        minutes: 20,
        link_path: "/learning/enrollments/e1".into(),
        application: name("applications", "crm"),
        ..Default::default()
    }
}

impl Office {
    async fn settle_in(&self) {
        let h = &self.harness;
        let organization = Organization {
            name: parent(),
            display_name: "Parsian".into(),
            languages: vec![PbLanguage::En.into(), PbLanguage::Fa.into()],
            revision: 1,
            ..Default::default()
        };
        h.deliver(&OrganizationChanged { organization: Some(organization) }).await;
        let site = Site {
            name: name("sites", "tehran"),
            display_name: "Tehran".into(),
            time_zone: "Asia/Tehran".into(),
            // Saturday to Wednesday.
            work_weeks: vec![WorkWeek { start_day: "2020-01-01".into(), work_days: vec![6, 7, 1, 2, 3] }],
            revision: 1,
            ..Default::default()
        };
        h.deliver(&SiteChanged { site: Some(site) }).await;
        for (id, ancestors) in
            [("company", vec![]), ("sales", vec!["company"]), ("north", vec!["company", "sales"])]
        {
            let team = Team {
                name: name("teams", id),
                display_name: id.into(),
                parent: ancestors.last().map(|p| name("teams", p)).unwrap_or_default(),
                ancestors: ancestors.iter().map(|a| name("teams", a)).collect(),
                revision: 1,
                ..Default::default()
            };
            h.deliver(&TeamChanged { team: Some(team) }).await;
        }
        for (id, language, roles) in [
            ("sara", PbLanguage::Unspecified, vec![]),
            ("omid", PbLanguage::Fa, vec![]),
            ("hana", PbLanguage::Unspecified, vec![(Role::Hr, "")]),
            ("tara", PbLanguage::Unspecified, vec![(Role::Trainer, "")]),
            ("cyrus", PbLanguage::Unspecified, vec![(Role::Champion, "sales")]),
            ("adib", PbLanguage::Unspecified, vec![(Role::Admin, "")]),
        ] {
            self.enter(person(id, language, &roles)).await;
        }
        self.enter(Person { email: String::new(), ..person("nima", PbLanguage::Unspecified, &[]) }).await;
        self.enter(Person {
            employment_end_day: "2026-02-01".into(),
            ..person("lea", PbLanguage::Unspecified, &[(Role::Hr, "")])
        })
        .await;
    }

    /// Enters a person, or changes one.
    pub(crate) async fn enter(&self, person: Person) {
        self.harness.deliver(&PersonChanged { person: Some(person) }).await;
    }

    pub(crate) fn inbox_of(&self, person: &str) -> InboxServiceClient<Outgoing> {
        InboxServiceClient::new(self.harness.as_person(person, &[]))
    }

    /// The inbox of somebody who reads another language than English.
    pub(crate) fn inbox_in(&self, person: &str, language: Language) -> InboxServiceClient<Outgoing> {
        let caller = Caller::signed_in(SignedIn {
            organization: ORGANIZATION.into(),
            person: person.into(),
            session: "s".into(),
            grants: vec![Grant { role: Role::Member, team: None }],
        });
        InboxServiceClient::new(self.harness.context.transport.acting_as(caller.reading(language)))
    }

    pub(crate) fn preferences_of(&self, person: &str) -> PreferencesServiceClient<Outgoing> {
        PreferencesServiceClient::new(self.harness.as_person(person, &[]))
    }

    pub(crate) fn mails_of(&self, person: &str) -> MailServiceClient<Outgoing> {
        MailServiceClient::new(self.harness.as_person(person, &[]))
    }

    pub(crate) fn mails_of_admin(&self) -> MailServiceClient<Outgoing> {
        MailServiceClient::new(self.harness.as_person("adib", &[(Role::Admin, None)]))
    }

    /// What a person's inbox shows, newest first.
    pub(crate) async fn inbox(&self, person: &str) -> Vec<Notification> {
        let request = ListNotificationsRequest { parent: parent(), page_size: 500, ..Default::default() };
        self.inbox_of(person).list_notifications(request).await.unwrap().into_inner().notifications
    }

    /// The mails to a person, newest first, with their text.
    pub(crate) async fn mails(&self, person: &str) -> Vec<RecordedMail> {
        let mut client = self.mails_of_admin();
        let request = ListRecordedMailsRequest {
            parent: parent(),
            page_size: 500,
            person: name("people", person),
            ..Default::default()
        };
        let lines = client.list_recorded_mails(request).await.unwrap().into_inner().recorded_mails;
        let mut mails = Vec::new();
        for line in lines {
            let request = GetRecordedMailRequest { name: line.name };
            mails.push(client.get_recorded_mail(request).await.unwrap().into_inner());
        }
        mails
    }

    /// Moves the clock on and does everything that is due then.
    pub(crate) async fn after(&self, by: Duration) {
        self.harness.clock.advance(by);
        self.harness.settle().await;
    }

    /// Moves the clock to an instant and does everything that is due then.
    pub(crate) async fn at(&self, instant: &str) {
        self.harness.clock.set(instant.parse().unwrap());
        self.harness.settle().await;
    }
}

/// A person of north.
pub(crate) fn person(id: &str, language: PbLanguage, roles: &[(Role, &str)]) -> Person {
    let grants = roles.iter().map(|(role, team)| RoleGrant {
        role: (*role).into(),
        teams: if team.is_empty() { vec![] } else { vec![name("teams", team)] },
    });
    Person {
        name: name("people", id),
        external_id: id.into(),
        display_name: id.to_uppercase(),
        email: format!("{id}@parsian.example"),
        language: language.into(),
        site: name("sites", "tehran"),
        employment_start_day: "2025-01-01".into(),
        memberships: vec![Membership {
            team: name("teams", "north"),
            position: name("positions", "seller"),
            start_day: "2025-01-01".into(),
            ..Default::default()
        }],
        roles: grants.collect(),
        revision: 1,
        ..Default::default()
    }
}

/// The fields that a refusal names.
pub(crate) fn fields(status: &Status) -> Vec<String> {
    use tonic_types::StatusExt;
    assert_eq!(status.code(), Code::InvalidArgument, "{status}");
    let details = status.get_error_details();
    details.bad_request().unwrap().field_violations.iter().map(|v| v.field.clone()).collect()
}
