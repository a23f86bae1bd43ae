//! `GetPulseResults`.

use proto::{
    access::v1::Role,
    feedback::v1::{GetPulseResultsRequest, Pulse, PulseSchedule},
};
use tonic::Code;

use crate::support::{
    Company, company, name,
    pulses::{client, pulse, round},
};

const A_WEEK: u64 = 7 * 24;
const WEST: [&str; 6] = ["w1", "w2", "w3", "w4", "w5", "w6"];
const EAST: [&str; 5] = ["e1", "e2", "e3", "e4", "e5"];

fn teams(results: &proto::feedback::v1::PulseResults) -> Vec<(&str, i32, f64)> {
    results.teams.iter().map(|t| (t.team_display_name.as_str(), t.people, t.means[0].mean)).collect()
}

#[tokio::test]
async fn an_open_round_tells_nothing() {
    let company = company().await;
    let asked = company.ask(pulse()).await;
    company.replies(&WEST, &round(&asked, 1), 4).await;
    let results = company.results(company.hr(), &asked.name).await;
    assert!(results.questions.is_empty() && results.teams.is_empty() && results.answered.is_none());
    assert_eq!(company.pulse(&asked.name).await.rounds[0].answered, None);
}

#[tokio::test]
async fn five_answers_are_told_and_four_are_not() {
    let company = company().await;
    let asked = company.ask(pulse()).await;
    company.replies(&EAST[..4], &round(&asked, 1), 2).await;
    company.hours_pass(A_WEEK).await;
    let few = company.results(company.hr(), &asked.name).await;
    assert!(few.questions.is_empty() && few.answered.is_none(), "four");

    let company = company_with_replies(&EAST[..4]).await;
    let (company, asked) = company;
    let results = company.results(company.hr(), &asked.name).await;
    assert_eq!((results.asked, results.answered), (11, Some(10)));
    assert_eq!(results.questions[0].mean, Some(3.2), "six gave 4, four gave 2");
    assert_eq!(teams(&results), [("SALES", 10, 3.2)], "the west alone would give the four away");
    assert!(results.questions[0].groups.is_empty(), "four gave 2");

    let (company, asked) = company_with_replies(&EAST).await;
    let results = company.results(company.hr(), &asked.name).await;
    assert_eq!(results.teams.len(), 3);
    assert_eq!(teams(&results)[0], ("EAST", 5, 2.0));
    assert!(results.questions[0].groups.is_empty(), "eleven people are few for a spread");
}

/// West answers 4, these of the east 2, and the round is over.
async fn company_with_replies(east: &[&str]) -> (Company, Pulse) {
    let company = company().await;
    let asked = company.ask(pulse()).await;
    company.replies(&WEST, &round(&asked, 1), 4).await;
    company.replies(east, &round(&asked, 1), 2).await;
    company.hours_pass(A_WEEK).await;
    (company, asked)
}

#[tokio::test]
async fn rounds_that_few_answered_cannot_be_had_by_subtraction() {
    let company = company().await;
    let schedule = PulseSchedule { open_days: 3, every_weeks: 3, rounds: 2, first_day: String::new() };
    let asked = company.ask(Pulse { schedule: Some(schedule), ..pulse() }).await;
    company.replies(&WEST, &round(&asked, 1), 4).await;
    company.hours_pass(3 * A_WEEK).await;
    company.replies(&WEST[..3], &round(&asked, 2), 1).await;
    company.hours_pass(A_WEEK).await;
    let all = company.results(company.hr(), &asked.name).await;
    assert_eq!((all.answered, all.questions[0].mean), (Some(6), Some(4.0)));
    let second = company.results(company.hr(), &round(&asked, 2)).await;
    assert!(second.questions.is_empty() && second.answered.is_none());
}

#[tokio::test]
async fn a_champion_sees_the_own_teams_alone() {
    let (company, asked) = company_with_replies(&EAST).await;
    let champion = company.harness.as_person("w1", &[(Role::Champion, Some("west"))]);
    let results = company.results(champion, &asked.name).await;
    assert_eq!(teams(&results), [("WEST", 6, 4.0)]);
    assert!(results.questions.is_empty() && results.answered.is_none());
    let request = GetPulseResultsRequest { name: asked.name.clone() };
    let refused = client(company.person("w1")).get_pulse_results(request).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
    let absent = GetPulseResultsRequest { name: name("pulses", "nothing") };
    let refused = client(company.hr()).get_pulse_results(absent).await.unwrap_err();
    assert_eq!(refused.code(), Code::NotFound);
}
