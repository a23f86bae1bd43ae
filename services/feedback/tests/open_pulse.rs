//! `OpenPulse` and `ClosePulse`, and the rounds between them.

use proto::feedback::v1::{
    ClosePulseRequest, CountPulseAudienceRequest, OpenPulseRequest, Pulse, PulseAudience, PulseAudienceCount,
    PulseOpened, PulseSchedule, PulseState, UpdatePulseSettingsRequest,
};

use crate::support::{
    company, fields, ids, name, parent,
    pulses::{client, pulse, round, score},
    reason,
};

const A_WEEK: u64 = 7 * 24;

#[tokio::test]
async fn whoever_matches_is_asked_and_told() {
    let company = company().await;
    let asked = company.ask(pulse()).await;
    assert_eq!(asked.state(), PulseState::Open);
    assert_eq!((asked.rounds.len(), asked.rounds[0].asked, asked.rounds[0].open), (1, 11, true));
    assert_eq!(asked.rounds[0].close_day, "2026-03-08");
    let told: Vec<PulseOpened> = company.heard().await;
    assert_eq!(told.len(), 1);
    assert_eq!(ids(&told[0].people), ["e1", "e2", "e3", "e4", "e5", "w1", "w2", "w3", "w4", "w5", "w6"]);
    assert_eq!(
        (told[0].close_day.as_str(), &told[0].application),
        ("2026-03-08", &name("applications", "crm"))
    );
    assert_eq!(company.asked("w1").await[0].name, round(&asked, 1));
    assert!(company.asked("s1").await.is_empty());
    let mut hr = client(company.hr());
    let again = hr.open_pulse(OpenPulseRequest { name: asked.name.clone() }).await.unwrap().into_inner();
    assert_eq!(again, asked);
}

#[tokio::test]
async fn rounds_come_as_the_schedule_says_and_then_it_is_over() {
    let company = company().await;
    let schedule = PulseSchedule { open_days: 3, every_weeks: 3, rounds: 2, first_day: String::new() };
    let asked = company.ask(Pulse { schedule: Some(schedule), ..pulse() }).await;
    company.hours_pass(2 * A_WEEK).await;
    assert_eq!(company.pulse(&asked.name).await.rounds.len(), 1);
    company.hours_pass(A_WEEK).await;
    let second = company.pulse(&asked.name).await;
    assert_eq!((second.rounds.len(), second.state()), (2, PulseState::Open));
    assert_eq!(second.rounds[0].name, round(&asked, 2));
    company.hours_pass(A_WEEK).await;
    assert_eq!(company.pulse(&asked.name).await.state(), PulseState::Closed);
}

#[tokio::test]
async fn nobody_is_asked_more_often_than_the_cap() {
    let company = company().await;
    company.ask(pulse()).await;
    let everybody = company.ask(Pulse { audience: None, ..pulse() }).await;
    assert_eq!((everybody.rounds[0].asked, everybody.rounds[0].spared), (6, 11), "support and Hana");
    let mut hr = client(company.hr());
    let count = CountPulseAudienceRequest {
        parent: parent(),
        audience: Some(PulseAudience { positions: vec![name("positions", "seller")], ..Default::default() }),
    };
    let found = hr.count_pulse_audience(count.clone()).await.unwrap().into_inner();
    assert_eq!(found, PulseAudienceCount { matching: 11, spared: 11 });
    let settings = hr
        .get_pulse_settings(proto::feedback::v1::GetPulseSettingsRequest {
            name: format!("{}/pulseSettings", parent()),
        })
        .await
        .unwrap()
        .into_inner();
    assert_eq!(settings.days_between, 14);
    let shorter = proto::feedback::v1::PulseSettings { days_between: 1, ..settings.clone() };
    hr.update_pulse_settings(UpdatePulseSettingsRequest { settings: Some(shorter) }).await.unwrap();
    company.hours_pass(24).await;
    let found = hr.count_pulse_audience(count).await.unwrap().into_inner();
    assert_eq!(found, PulseAudienceCount { matching: 11, spared: 0 });
    let never = proto::feedback::v1::PulseSettings { days_between: 0, ..settings };
    let request = UpdatePulseSettingsRequest { settings: Some(never) };
    assert_eq!(fields(&hr.update_pulse_settings(request).await.unwrap_err()), ["settings.days_between"]);
}

#[tokio::test]
async fn what_was_ended_cannot_be_answered_or_begun_again() {
    let company = company().await;
    let asked = company.ask(pulse()).await;
    let mut hr = client(company.hr());
    let close = || ClosePulseRequest { name: asked.name.clone() };
    let closed = hr.close_pulse(close()).await.unwrap().into_inner();
    assert_eq!(hr.close_pulse(close()).await.unwrap().into_inner(), closed);
    let late = company.reply("w1", &round(&asked, 1), vec![score("q1", 1), score("q2", 1)]).await;
    assert_eq!(reason(&late.unwrap_err()), "PULSE_OVER");
    let again = hr.open_pulse(OpenPulseRequest { name: asked.name.clone() }).await.unwrap_err();
    assert_eq!(reason(&again), "PULSE_OVER");
    let draft = company.draft(pulse()).await.unwrap();
    let refused = hr.close_pulse(ClosePulseRequest { name: draft.name }).await.unwrap_err();
    assert_eq!(reason(&refused), "PULSE_IS_DRAFT");
}
