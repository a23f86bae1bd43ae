//! `GetTeamVoices`.

use proto::feedback::v1::{
    GetTeamVoicesRequest, Proposal, ProposalTopic, TeamVoices, Tone, ToneCount,
    evidence_service_client::EvidenceServiceClient,
};
use tonic::Code;

use crate::support::{
    Company, build, company, fields, name, parent,
    pulses::{pulse, round},
};

fn request(teams: &[&str]) -> GetTeamVoicesRequest {
    GetTeamVoicesRequest {
        parent: parent(),
        teams: teams.iter().map(|t| name("teams", t)).collect(),
        positions: Vec::new(),
        application: name("applications", "crm"),
        first_day: "2026-02-03".into(),
        last_day: "2026-03-02".into(),
    }
}

impl Company {
    async fn voices(&self, request: GetTeamVoicesRequest) -> TeamVoices {
        self.evidence().get_team_voices(request).await.unwrap().into_inner()
    }

    async fn speak(&self, people: &[&str], topic: ProposalTopic, tone: Tone) {
        for person in people {
            let proposal =
                Proposal { topic: topic.into(), tone: tone.into(), ..build::proposal("What I think of it") };
            self.propose_this(person, proposal).await;
        }
    }
}

#[tokio::test]
async fn teams_are_heard_from_five_people_on_and_never_a_name() {
    let company = company().await;
    company.speak(&["w1", "w2", "w3", "w4"], ProposalTopic::Speed, Tone::Negative).await;
    company.whisper("w5", "What I think of it", 1).await.unwrap();
    assert_eq!(
        company.voices(request(&["west"])).await,
        TeamVoices::default(),
        "an anonymous voice has no team"
    );
    company.speak(&["w5", "w5"], ProposalTopic::Speed, Tone::Positive).await;
    company.speak(&["w6"], ProposalTopic::Data, Tone::Neutral).await;
    let voices = company.voices(request(&["west"])).await;
    assert_eq!(voices.tones, Some(ToneCount { people: 6, positive: 2, neutral: 1, negative: 4 }));
    let topics: Vec<_> = voices.topics.iter().map(|t| (t.topic(), t.tones.unwrap().people)).collect();
    assert_eq!(topics, [(ProposalTopic::Unspecified, 6)], "one voice about data would be had by subtracting");
}

#[tokio::test]
async fn only_what_is_asked_for_counts() {
    let company = company().await;
    company.speak(&["w1", "w2", "w3", "e1", "e2"], ProposalTopic::Speed, Tone::Negative).await;
    company.speak(&["s1", "s2", "s3", "s4", "s5"], ProposalTopic::Speed, Tone::Positive).await;
    let people = async |request| company.voices(request).await.tones.map_or(0, |t| t.people);
    assert_eq!(people(request(&["sales"])).await, 5, "with all teams below");
    assert_eq!(people(request(&["sales", "support"])).await, 10);
    assert_eq!(people(request(&["west"])).await, 0);
    let clerks = GetTeamVoicesRequest {
        positions: vec![name("positions", "clerk")],
        ..request(&["sales", "support"])
    };
    assert_eq!(people(clerks).await, 5);
    let before = GetTeamVoicesRequest { last_day: "2026-03-01".into(), ..request(&["sales"]) };
    assert_eq!(people(before).await, 0);
    let erp = GetTeamVoicesRequest { application: name("applications", "erp"), ..request(&["sales"]) };
    assert_eq!(people(erp).await, 0);
    let spam = company.propose("w4", "Spam").await;
    company.hide(&spam.name, "Spam").await.unwrap();
    assert_eq!(people(request(&["sales"])).await, 5, "what is hidden is not heard");
}

#[tokio::test]
async fn it_is_for_services_and_asks_for_something() {
    let company = company().await;
    let mut person = EvidenceServiceClient::new(company.hr());
    let error = person.get_team_voices(request(&["west"])).await.unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied);
    let bad = GetTeamVoicesRequest {
        parent: parent(),
        positions: vec!["x".into()],
        first_day: "yesterday".into(),
        ..Default::default()
    };
    let error = company.evidence().get_team_voices(bad).await.unwrap_err();
    assert_eq!(fields(&error), ["teams", "positions[0]", "application", "first_day", "last_day"]);
    let backwards = GetTeamVoicesRequest { first_day: "2026-03-05".into(), ..request(&["west"]) };
    assert_eq!(fields(&company.evidence().get_team_voices(backwards).await.unwrap_err()), ["last_day"]);
}

#[tokio::test]
async fn what_pulses_found_is_told_from_five_people_on() {
    let (company, later) = company_that_answers(&["e1", "e2", "e3", "e4", "e5"]).await;
    let west = company.voices(later("west")).await.pulses;
    assert_eq!(west.len(), 2, "willingness and ability");
    assert_eq!((west[0].mean, west[0].people), (2.0, 5));

    let (company, later) = company_that_answers(&["e1", "e2", "e3", "e4"]).await;
    assert!(company.voices(later("east")).await.pulses.is_empty(), "four people");
    assert!(company.voices(later("west")).await.pulses.is_empty(), "it would tell of the four beside it");
    assert_eq!(company.voices(later("sales")).await.pulses[0].people, 9);
}

/// The west answers 2, these of the east 5, and the round is over; with what asks about a team later.
async fn company_that_answers(east: &[&str]) -> (Company, impl Fn(&str) -> GetTeamVoicesRequest) {
    let company = company().await;
    let asked = company.ask(pulse()).await;
    let first = round(&asked, 1);
    company.replies(&["w1", "w2", "w3", "w4", "w5"], &first, 2).await;
    company.replies(east, &first, 5).await;
    let later = |team: &str| GetTeamVoicesRequest { last_day: "2026-03-10".into(), ..request(&[team]) };
    assert!(company.voices(request(&["west"])).await.pulses.is_empty(), "the round is open");
    company.hours_pass(8 * 24).await;
    (company, later)
}
