//! A play reaches whoever it asks, with all services together: what adoption sends is what the others take.

use kit::client::Outgoing;
use proto::{
    access::v1::Role,
    adoption::v1::{
        self as adoption, flag_service_client::FlagServiceClient,
        intervention_service_client::InterventionServiceClient,
        playbook_service_client::PlaybookServiceClient, playbook_step::Step,
    },
    champions::v1::{
        CheckIn, CheckInKind, CreateCheckInRequest, check_in_service_client::CheckInServiceClient,
    },
    feedback::v1::{
        Committee, CommitteeKind, CommitteeMember, CommitteeRole, CreateCommitteeRequest, GetPulseRequest,
        PulseQuestionKind, PulseState, committee_service_client::CommitteeServiceClient,
        pulse_service_client::PulseServiceClient,
    },
    identity::v1 as identity,
    incentives::v1::{
        ChallengeState, GetChallengeRequest, Measure, challenge_service_client::ChallengeServiceClient,
    },
    localization::v1::LocalizedText,
    notifications::v1::{
        ListNotificationsRequest, NotificationKind, inbox_service_client::InboxServiceClient,
    },
    telemetry::v1 as telemetry,
};

use crate::support::System;

const PARENT: &str = "organizations/acme";

fn name(kind: &str, id: &str) -> String {
    format!("{PARENT}/{kind}/{id}")
}

fn text(en: &str) -> LocalizedText {
    LocalizedText { en: en.into(), ..Default::default() }
}

fn hr(system: &System) -> Outgoing {
    system.harness.as_person("hana", &[(Role::Hr, None)])
}

/// Somebody of `t0`, with these roles.
async fn employ(system: &System, id: &str, roles: Vec<identity::RoleGrant>, revision: i64) {
    let person = identity::Person {
        name: name("people", id),
        external_id: id.into(),
        display_name: id.into(),
        employment_start_day: "2025-03-02".into(),
        memberships: vec![identity::Membership {
            team: name("teams", "t0"),
            position: name("positions", "seller"),
            start_day: "2025-03-02".into(),
            ..Default::default()
        }],
        roles,
        revision,
        ..Default::default()
    };
    system.harness.deliver(&identity::PersonChanged { person: Some(person) }).await;
}

/// Ten teams of eight who use it every second day; those of `t0` hardly do. The first of them is its champion.
async fn company() -> System {
    let system = System::start().await;
    let say = &system.harness;
    let organization = identity::Organization {
        name: PARENT.into(),
        display_name: "Parsian".into(),
        languages: vec![1, 2, 3],
        revision: 1,
        ..Default::default()
    };
    say.deliver(&identity::OrganizationChanged { organization: Some(organization) }).await;
    let position = identity::Position {
        name: name("positions", "seller"),
        display_name: "Seller".into(),
        revision: 1,
        ..Default::default()
    };
    say.deliver(&identity::PositionChanged { position: Some(position) }).await;
    for t in 0..10 {
        let team = identity::Team {
            name: name("teams", &format!("t{t}")),
            display_name: format!("Team {t}"),
            revision: 1,
            ..Default::default()
        };
        say.deliver(&identity::TeamChanged { team: Some(team) }).await;
    }
    for i in 0..8 {
        let champion = identity::RoleGrant { role: Role::Champion.into(), teams: vec![name("teams", "t0")] };
        employ(&system, &format!("p{i}"), if i == 0 { vec![champion] } else { vec![] }, 1).await;
    }
    let first = jiff::civil::date(2026, 1, 19);
    for number in 0..42_i64 {
        let day = first.checked_add(jiff::Span::new().days(number)).unwrap();
        let works = day.weekday().to_monday_zero_offset() < 5;
        let cells = (0..10).map(|t| telemetry::TeamDay {
            day: day.to_string(),
            team: name("teams", &format!("t{t}")),
            position: name("positions", "seller"),
            site: name("sites", "hq"),
            eligible: if works { 8 } else { 0 },
            active: if works { i32::from(t > 0) * 3 + 1 } else { 0 },
            revision: 1,
            new_members: 0,
        });
        let counted = telemetry::TeamDaysCounted {
            application: name("applications", "crm"),
            day: day.to_string(),
            cells: cells.collect(),
        };
        say.deliver(&counted).await;
    }
    say.settle().await;
    system
}

/// A committee about the team, with three members.
async fn committee(system: &System) -> String {
    let member = |i: usize, role: CommitteeRole| CommitteeMember {
        person: name("people", &format!("p{i}")),
        role: role.into(),
        ..Default::default()
    };
    let committee = Committee {
        kind: CommitteeKind::Users.into(),
        title: Some(text("Users")),
        teams: vec![name("teams", "t0")],
        ..Default::default()
    };
    let request = CreateCommitteeRequest {
        parent: PARENT.into(),
        committee: Some(committee),
        members: vec![
            member(1, CommitteeRole::Chair),
            member(2, CommitteeRole::Secretary),
            member(3, CommitteeRole::Member),
        ],
        request_id: String::new(),
    };
    CommitteeServiceClient::new(hr(system)).create_committee(request).await.unwrap().into_inner().name
}

/// HR has a play ask everybody who can help, and confirms the flag.
async fn confirm(system: &System) {
    let list = adoption::ListPlaybooksRequest { parent: PARENT.into() };
    let mut playbooks = PlaybookServiceClient::new(hr(system));
    let mut playbook = playbooks.list_playbooks(list).await.unwrap().into_inner().playbooks.pop().unwrap();
    let steps = [
        Step::OpenPulse(adoption::OpenPulse { questions: vec![PulseQuestionKind::Willingness.into()] }),
        Step::InviteCommittee(adoption::InviteCommittee { title: Some(text("Why not")), description: None }),
        Step::RequestVisit(adoption::RequestVisit { reason: Some(text("Listen")), due_days: 5 }),
        Step::ProposeChallenge(adoption::ProposeChallenge {
            measure: Measure::Breadth.into(),
            title: Some(text("More of it")),
        }),
    ];
    playbook.steps = steps.map(|step| adoption::PlaybookStep { step: Some(step) }).to_vec();
    let barrier = playbook.barrier;
    let request = adoption::UpdatePlaybookRequest { playbook: Some(playbook), update_mask: None };
    playbooks.update_playbook(request).await.unwrap();
    let mut flags = FlagServiceClient::new(hr(system));
    let list = adoption::ListFlagsRequest { parent: PARENT.into(), ..Default::default() };
    let flag = flags.list_flags(list).await.unwrap().into_inner().flags.remove(0);
    let request = adoption::ConfirmFlagRequest { name: flag.name, barrier, ..Default::default() };
    flags.confirm_flag(request).await.unwrap();
}

async fn intervention(system: &System) -> adoption::Intervention {
    system.harness.settle().await;
    let list = adoption::ListInterventionsRequest { parent: PARENT.into(), ..Default::default() };
    let mut client = InterventionServiceClient::new(hr(system));
    client.list_interventions(list).await.unwrap().into_inner().interventions.remove(0)
}

/// What the step of a kind opened.
fn opened(intervention: &adoption::Intervention, kind: adoption::OutreachKind) -> &adoption::OutreachStep {
    intervention.outreach.iter().find(|s| s.kind() == kind).unwrap()
}

#[tokio::test]
async fn everybody_who_can_help_is_asked_and_a_made_visit_ends_it() {
    use adoption::{InterventionState, OutreachKind as Kind, StepState as State};
    let system = company().await;
    let committee = committee(&system).await;
    confirm(&system).await;
    let asked = intervention(&system).await;

    let pulse = opened(&asked, Kind::Pulse);
    assert_eq!(pulse.state(), State::Done, "{asked:?}");
    let request = GetPulseRequest { name: pulse.opened[0].clone() };
    let pulse = PulseServiceClient::new(hr(&system)).get_pulse(request).await.unwrap().into_inner();
    assert_eq!((pulse.state(), pulse.questions.len(), pulse.rounds[0].asked), (PulseState::Open, 1, 8));
    assert_eq!(opened(&asked, Kind::Committee).opened, [committee]);
    let challenge = opened(&asked, Kind::Challenge).opened[0].clone();
    let request = GetChallengeRequest { name: challenge };
    let challenge =
        ChallengeServiceClient::new(hr(&system)).get_challenge(request).await.unwrap().into_inner();
    assert_eq!((challenge.state(), challenge.measure()), (ChallengeState::Proposed, Measure::Breadth));
    assert_eq!((&challenge.source, &challenge.teams[0].team), (&asked.name, &name("teams", "t0")));

    let visit = opened(&asked, Kind::Visit);
    assert_eq!((visit.state(), asked.state()), (State::Assigned, InterventionState::Active));
    let check_in = CheckIn {
        team: name("teams", "t0"),
        kind: CheckInKind::Visit.into(),
        visit: visit.opened[0].clone(),
        ..Default::default()
    };
    let request =
        CreateCheckInRequest { parent: PARENT.into(), check_in: Some(check_in), request_id: String::new() };
    let champion = system.harness.as_person("p0", &[(Role::Champion, Some("t0"))]);
    CheckInServiceClient::new(champion).create_check_in(request).await.unwrap();
    let done = intervention(&system).await;
    assert_eq!(opened(&done, Kind::Visit).state(), State::Done);
    assert_eq!(done.state(), InterventionState::Completed);
}

#[tokio::test]
async fn hr_hears_once_of_a_visit_that_no_champion_can_make() {
    use adoption::{OutreachKind as Kind, StepState as State};
    let system = company().await;
    employ(&system, "p0", vec![], 2).await;
    let role = identity::RoleGrant { role: Role::Hr.into(), teams: vec![] };
    employ(&system, "hana", vec![role], 1).await;
    system.harness.settle().await;
    confirm(&system).await;
    assert_eq!(opened(&intervention(&system).await, Kind::Visit).state(), State::Failed);

    let list = ListNotificationsRequest { parent: PARENT.into(), page_size: 500, ..Default::default() };
    let mut inbox = InboxServiceClient::new(hr(&system));
    let heard = inbox.list_notifications(list).await.unwrap().into_inner().notifications;
    let about_it: Vec<_> = heard
        .iter()
        .filter(|n| n.kind() == NotificationKind::VisitRequested || n.title.contains("visit"))
        .map(|n| (n.kind(), n.title.as_str()))
        .collect();
    assert_eq!(about_it.len(), 1, "{about_it:?}");
    assert_eq!(about_it[0].0, NotificationKind::TaskAssigned);
}
