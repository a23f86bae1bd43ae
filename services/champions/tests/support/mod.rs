//! A company with champions, and neighbours that answer for the other services.

mod neighbours;

use std::{sync::Arc, time::Duration};

use kit::{
    client::Outgoing,
    module::Module,
    testing::{Harness, ORGANIZATION, World},
};
use proto::{
    access::v1::Role,
    champions::v1::{
        self as pb, champion_service_client::ChampionServiceClient,
        check_in_service_client::CheckInServiceClient, coverage_service_client::CoverageServiceClient,
        effect_service_client::EffectServiceClient,
        forwarded_help_service_client::ForwardedHelpServiceClient, home_service_client::HomeServiceClient,
        material_service_client::MaterialServiceClient, nomination_service_client::NominationServiceClient,
        programme_service_client::ProgrammeServiceClient, space_service_client::SpaceServiceClient,
        visit_service_client::VisitServiceClient,
    },
    identity::v1 as identity,
    localization::v1::LocalizedText,
    training::v1 as training,
};
use tonic::{Code, Status};
use tonic_types::StatusExt;

pub(crate) use self::neighbours::Neighbours;

/// When the tests begin.
pub(crate) const TODAY: &str = "2026-03-02";

/// The company on 2 March 2026: below sales, west has six people (w1 to w6) and east six; north stands alone with thirty.
/// The first of each team, w1, e1, n1, manages the others; w1 has no manager. Hana is of HR, in no team.
pub(crate) struct Company {
    pub(crate) harness: Harness,
    pub(crate) neighbours: Arc<Neighbours>,
    _world: World,
}

pub(crate) fn parent() -> String {
    format!("organizations/{ORGANIZATION}")
}

pub(crate) fn name(collection: &str, id: &str) -> String {
    format!("{}/{collection}/{id}", parent())
}

pub(crate) fn text<'w>(words: impl Into<Option<&'w str>>) -> Option<LocalizedText> {
    words.into().map(|words| LocalizedText { en: words.into(), ..LocalizedText::default() })
}

/// The fields that a request breaks rules with.
pub(crate) fn fields(status: &Status) -> Vec<String> {
    assert_eq!(status.code(), Code::InvalidArgument, "{status:?}");
    let details = status.get_details_bad_request().unwrap();
    details.field_violations.into_iter().map(|v| v.field).collect()
}

/// The reason of a refusal.
pub(crate) fn reason(status: &Status) -> String {
    assert_eq!(status.code(), Code::FailedPrecondition, "{status:?}");
    status.get_details_error_info().unwrap().reason
}

/// Somebody in a team, since a year.
pub(crate) fn person(id: &str, team: &str, manager: &str) -> identity::Person {
    identity::Person {
        name: name("people", id),
        external_id: id.into(),
        display_name: id.to_uppercase(),
        manager: if manager.is_empty() { String::new() } else { name("people", manager) },
        employment_start_day: "2025-03-02".into(),
        memberships: vec![identity::Membership {
            team: name("teams", team),
            position: name("positions", "seller"),
            start_day: "2025-03-02".into(),
            ..Default::default()
        }],
        revision: 1,
        ..Default::default()
    }
}

/// The company, before anybody is a champion.
pub(crate) async fn company() -> Company {
    let world = World::new().await;
    let service = champions::open(&world.context).await.unwrap();
    let neighbours = Neighbours::open(&world.context).await.unwrap();
    let harness = world.serve(vec![service as Arc<dyn Module>, neighbours.clone()]);
    let company = Company { harness, neighbours, _world: world };
    company.move_in().await;
    company.settle().await;
    company
}

/// A programme for the CRM, which asks for no curriculum.
pub(crate) fn programme() -> pb::Programme {
    pb::Programme { title: text("CRM"), application: name("applications", "crm"), ..Default::default() }
}

impl Company {
    async fn move_in(&self) {
        let organization = identity::Organization {
            name: parent(),
            display_name: "Parsian".into(),
            languages: vec![1],
            revision: 1,
            ..Default::default()
        };
        self.harness.deliver(&identity::OrganizationChanged { organization: Some(organization) }).await;
        for (id, above) in [("sales", ""), ("west", "sales"), ("east", "sales"), ("north", "")] {
            self.team(id, above, 1).await;
        }
        for (letter, team, count) in [("w", "west", 6), ("e", "east", 6), ("n", "north", 30)] {
            for i in 1..=count {
                let manager = if i == 1 { String::new() } else { format!("{letter}1") };
                self.hire(person(&format!("{letter}{i}"), team, &manager)).await;
            }
        }
        self.hire(identity::Person { memberships: vec![], ..person("hana", "", "") }).await;
    }

    /// A team is founded or moved.
    pub(crate) async fn team(&self, id: &str, above: &str, revision: i64) {
        let above = if above.is_empty() { String::new() } else { name("teams", above) };
        let team = identity::Team {
            name: name("teams", id),
            display_name: id.to_uppercase(),
            ancestors: Some(above.clone()).filter(|a| !a.is_empty()).into_iter().collect(),
            parent: above,
            revision,
            ..Default::default()
        };
        self.harness.deliver(&identity::TeamChanged { team: Some(team) }).await;
    }

    /// Somebody joins, or changed.
    pub(crate) async fn hire(&self, person: identity::Person) {
        self.harness.deliver(&identity::PersonChanged { person: Some(person) }).await;
    }

    pub(crate) async fn settle(&self) {
        self.harness.settle().await;
    }

    /// Days pass, and what is due on each is done.
    pub(crate) async fn days_pass(&self, days: u32) {
        for _ in 0..days {
            self.harness.clock.advance(Duration::from_hours(24));
            self.settle().await;
        }
    }

    pub(crate) fn hr(&self) -> Outgoing {
        self.harness.as_person("hana", &[(Role::Hr, None)])
    }

    pub(crate) fn person(&self, id: &str) -> Outgoing {
        self.harness.as_person(id, &[])
    }

    pub(crate) fn programmes(&self) -> ProgrammeServiceClient<Outgoing> {
        ProgrammeServiceClient::new(self.hr())
    }

    pub(crate) fn nominations(&self, id: &str) -> NominationServiceClient<Outgoing> {
        NominationServiceClient::new(self.person(id))
    }

    pub(crate) fn nominations_of_hr(&self) -> NominationServiceClient<Outgoing> {
        NominationServiceClient::new(self.hr())
    }

    pub(crate) fn champions(&self) -> ChampionServiceClient<Outgoing> {
        ChampionServiceClient::new(self.hr())
    }

    pub(crate) fn champions_as(&self, id: &str) -> ChampionServiceClient<Outgoing> {
        ChampionServiceClient::new(self.person(id))
    }

    pub(crate) fn coverage(&self) -> CoverageServiceClient<Outgoing> {
        CoverageServiceClient::new(self.hr())
    }

    pub(crate) fn check_ins(&self, id: &str) -> CheckInServiceClient<Outgoing> {
        CheckInServiceClient::new(self.person(id))
    }

    pub(crate) fn visits(&self) -> VisitServiceClient<Outgoing> {
        VisitServiceClient::new(self.harness.as_service("adoption"))
    }

    pub(crate) fn help(&self, id: &str) -> ForwardedHelpServiceClient<Outgoing> {
        ForwardedHelpServiceClient::new(self.person(id))
    }

    pub(crate) fn home(&self, id: &str) -> HomeServiceClient<Outgoing> {
        HomeServiceClient::new(self.person(id))
    }

    pub(crate) fn materials(&self) -> MaterialServiceClient<Outgoing> {
        MaterialServiceClient::new(self.hr())
    }

    pub(crate) fn space(&self, id: &str) -> SpaceServiceClient<Outgoing> {
        SpaceServiceClient::new(self.person(id))
    }

    pub(crate) fn effect(&self) -> EffectServiceClient<Outgoing> {
        EffectServiceClient::new(self.hr())
    }

    /// A programme.
    pub(crate) async fn programme(&self, programme: pb::Programme) -> pb::Programme {
        let request = pb::CreateProgrammeRequest {
            parent: parent(),
            programme: Some(programme),
            request_id: String::new(),
        };
        self.programmes().create_programme(request).await.unwrap().into_inner()
    }

    /// Somebody nominates somebody.
    pub(crate) async fn nominate(
        &self,
        programme: &str,
        nominator: &str,
        nominee: &str,
    ) -> Result<pb::Nomination, Status> {
        self.harness.clock.advance(Duration::from_secs(1));
        let request = pb::CreateNominationRequest {
            parent: parent(),
            programme: programme.into(),
            nominee: name("people", nominee),
            reason: "Everybody asks them anyway.".into(),
            request_id: String::new(),
        };
        Ok(self.nominations(nominator).create_nomination(request).await?.into_inner())
    }

    /// A nomination to which both said yes. The manager is the first of the team, or HR for whoever has none.
    pub(crate) async fn consented(&self, programme: &str, nominee: &str) -> pb::Nomination {
        let made = self.nominate(programme, nominee, nominee).await.unwrap();
        let decide =
            pb::DecideNominationRequest { name: made.name.clone(), consent: true, ..Default::default() };
        let manager = made.manager.rsplit('/').next().unwrap_or_default().to_owned();
        let mut client =
            if manager.is_empty() { self.nominations_of_hr() } else { self.nominations(&manager) };
        client.decide_nomination(decide).await.unwrap().into_inner()
    }

    /// Appoints the nominee for teams.
    pub(crate) async fn appoint(
        &self,
        nomination: &pb::Nomination,
        teams: &[&str],
    ) -> Result<pb::Champion, Status> {
        let request = pb::AppointChampionRequest {
            nomination: nomination.name.clone(),
            teams: teams.iter().map(|t| name("teams", t)).collect(),
            ..Default::default()
        };
        Ok(self.champions().appoint_champion(request).await?.into_inner())
    }

    /// A champion of the CRM for teams, and everything that follows is done.
    pub(crate) async fn champion(&self, programme: &str, id: &str, teams: &[&str]) -> pb::Champion {
        let nomination = self.consented(programme, id).await;
        let champion = self.appoint(&nomination, teams).await.unwrap();
        self.settle().await;
        champion
    }

    /// The company's first programme, with w2 as the champion of west.
    pub(crate) async fn with_champion(&self) -> (pb::Programme, pb::Champion) {
        let programme = self.programme(programme()).await;
        let champion = self.champion(&programme.name, "w2", &["west"]).await;
        (programme, champion)
    }

    /// A check-in.
    pub(crate) async fn check_in(
        &self,
        id: &str,
        team: &str,
        kind: pb::CheckInKind,
        follow_up_day: &str,
    ) -> Result<pb::CheckIn, Status> {
        let check_in = pb::CheckIn {
            team: name("teams", team),
            kind: kind.into(),
            note: "Between us.".into(),
            follow_up_day: follow_up_day.into(),
            ..Default::default()
        };
        let request = pb::CreateCheckInRequest {
            parent: parent(),
            check_in: Some(check_in),
            request_id: String::new(),
        };
        Ok(self.check_ins(id).create_check_in(request).await?.into_inner())
    }

    /// A post.
    pub(crate) async fn post(&self, id: &str, title: &str) -> Result<pb::Post, Status> {
        self.harness.clock.advance(Duration::from_secs(1));
        let post = pb::Post {
            title: title.into(),
            text: "How do you do it?".into(),
            language: 1,
            ..Default::default()
        };
        let request = pb::CreatePostRequest { parent: parent(), post: Some(post), request_id: String::new() };
        Ok(self.space(id).create_post(request).await?.into_inner())
    }

    /// An answer.
    pub(crate) async fn answer(&self, id: &str, post: &str, words: &str) -> Result<pb::PostAnswer, Status> {
        self.harness.clock.advance(Duration::from_secs(1));
        let request =
            pb::AnswerPostRequest { name: post.into(), text: words.into(), request_id: String::new() };
        Ok(self.space(id).answer_post(request).await?.into_inner())
    }

    /// A learner asks for help in a course.
    pub(crate) async fn ask_for_help(&self, id: &str, person: &str) {
        let asked = training::HelpRequested {
            help_request: name("helpRequests", id),
            person: name("people", person),
            person_display_name: person.to_uppercase(),
            course_title: text("Offers"),
            question: "Where is the export?".into(),
            link_path: "/help-requests".into(),
        };
        self.harness.deliver(&asked).await;
    }

    /// Coverage, as HR lists it.
    pub(crate) async fn covered(&self) -> pb::ListTeamCoverageResponse {
        let request = pb::ListTeamCoverageRequest { parent: parent(), ..Default::default() };
        self.coverage().list_team_coverage(request).await.unwrap().into_inner()
    }

    /// How one team is covered.
    pub(crate) async fn covered_team(&self, team: &str) -> pb::TeamCoverage {
        let all = self.covered().await;
        all.teams.into_iter().find(|t| t.team == name("teams", team)).unwrap()
    }

    /// What was told of this kind, in its order: what the others heard, then what still waits.
    pub(crate) async fn told<E: prost::Name + Default>(&self) -> Vec<E> {
        let heard = self.neighbours.change(|s| s.heard.clone());
        let mut told: Vec<E> = heard.iter().filter(|e| e.is::<E>()).map(|e| e.decode().unwrap()).collect();
        told.extend(self.harness.published::<E>().await);
        told
    }

    /// The teams that somebody is champion of in identity.
    pub(crate) fn roles_of(&self, id: &str) -> Vec<String> {
        self.neighbours.change(|s| s.roles.get(&name("people", id)).cloned().unwrap_or_default())
    }
}
