//! `CreatePulse`.

use proto::feedback::v1::{CreatePulseRequest, Pulse, PulseQuestionKind as Kind, PulseSchedule, PulseState};
use tonic::Code;

use crate::support::{
    company, fields, name, parent,
    pulses::{client, pulse, question, text},
};

#[tokio::test]
async fn a_draft_asks_nobody_and_has_the_usual_words() {
    let company = company().await;
    let draft = company.draft(pulse()).await.unwrap();
    assert_eq!(draft.state(), PulseState::Draft);
    assert!(draft.rounds.is_empty());
    let words = draft.questions[0].text.clone().unwrap();
    assert_eq!(words.en, "I want to work with it.");
    assert!(!words.fa.is_empty() && !words.ar.is_empty());
    assert_eq!(draft.questions[1].id, "q2");
    company.hours_pass(24).await;
    assert!(company.asked("w1").await.is_empty());
}

#[tokio::test]
async fn every_mistake_is_told_at_once() {
    let company = company().await;
    let mut wrong = pulse();
    wrong.title = Some(text("gpj\u{202E}"));
    wrong.questions = vec![question(Kind::Choice), question(Kind::Scale), question(Kind::Unspecified)];
    wrong.audience.as_mut().unwrap().teams = vec![name("teams", "nowhere"), "west".into()];
    wrong.schedule =
        Some(PulseSchedule { first_day: "2026-02-01".into(), open_days: 31, every_weeks: 0, rounds: 2 });
    let refused = company.draft(wrong).await.unwrap_err();
    let mut found = fields(&refused);
    found.sort();
    let expected = [
        "pulse.audience.teams",
        "pulse.audience.teams[1]",
        "pulse.questions[0].choices",
        "pulse.questions[0].text",
        "pulse.questions[1].text",
        "pulse.questions[2].kind",
        "pulse.schedule.every_weeks",
        "pulse.schedule.first_day",
        "pulse.schedule.open_days",
        "pulse.title.en",
    ];
    assert_eq!(found, expected);
    assert_eq!(
        fields(&company.draft(Pulse { questions: vec![], ..pulse() }).await.unwrap_err()),
        ["pulse.questions"]
    );
}

#[tokio::test]
async fn the_same_request_makes_one_pulse_and_only_hr_makes_any() {
    let company = company().await;
    let request = || CreatePulseRequest { parent: parent(), pulse: Some(pulse()), request_id: "once".into() };
    let mut hr = client(company.hr());
    let first = hr.create_pulse(request()).await.unwrap().into_inner();
    assert_eq!(hr.create_pulse(request()).await.unwrap().into_inner(), first);
    let refused = client(company.person("w1")).create_pulse(request()).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
}

#[tokio::test]
async fn a_round_ends_before_the_next_begins() {
    let company = company().await;
    let schedule = |open_days, rounds| {
        let first_day = String::new();
        Some(PulseSchedule { first_day, open_days, every_weeks: 1, rounds })
    };
    let long = Pulse { schedule: schedule(8, 2), ..pulse() };
    assert_eq!(fields(&company.draft(long).await.unwrap_err()), ["pulse.schedule.open_days"]);
    company.draft(Pulse { schedule: schedule(7, 2), ..pulse() }).await.unwrap();
    company.draft(Pulse { schedule: schedule(30, 1), ..pulse() }).await.unwrap();
}
