//! `StartChallenge`.

use jiff::civil::date;
use proto::incentives::v1::{self as pb, ChallengeStarted};
use tonic::Code;

use crate::support::{company, fields, money, name, person, reason};

#[tokio::test]
async fn rosters_and_baselines_are_frozen_before_anybody_could_know() {
    let company = company().await;
    // Somebody comes to west within the baseline, somebody the day before.
    company.hire(person("w8", "west", "2026-02-10")).await;
    company.hire(person("w9", "west", "2026-03-01")).await;
    let challenge = company.running(&["west"]).await;
    assert_eq!(challenge.state(), pb::ChallengeState::Running);
    assert_eq!(
        (challenge.baseline_start_day.as_str(), challenge.baseline_end_day.as_str()),
        ("2026-01-30", "2026-02-26")
    );
    assert_eq!(
        (challenge.teams[0].part(), challenge.teams[0].member_count),
        (pb::TeamPart::Measured, Some(6))
    );
    let asked = company.neighbours.asked();
    assert_eq!(
        (asked[0].roster_start_day.as_str(), asked[0].roster_end_day.as_str()),
        ("2026-01-30", "2026-03-01")
    );
    assert_eq!(asked[0].teams, [name("teams", "west")]);
    company.settle().await;
    let told = company.neighbours.heard::<ChallengeStarted>();
    assert_eq!(
        (told.len(), &told[0].prize, told[0].link.starts_with("/challenges/")),
        (1, &money("EUR", 50_000), true)
    );
    assert_eq!(told[0].application, name("applications", "crm"));
    assert_eq!(company.start(&challenge).await.unwrap(), challenge, "twice is once");
    company.settle().await;
    assert_eq!(company.neighbours.heard::<ChallengeStarted>().len(), 1);
}

#[tokio::test]
async fn a_team_that_was_just_flagged_does_not_qualify_on_its_own_recovery() {
    let company = company().await;
    let budget = company.budget("EUR", 200_000).await;
    let draft = company.create(company.draft(&budget, &["west"])).await.unwrap();
    // Cleared on 2026-01-01: 35 quiet days and a baseline of 28 end on 2026-03-05.
    company.neighbours.flag("west", false, date(2026, 1, 1));
    assert_eq!(reason(&company.start(&draft).await.unwrap_err()), "NO_TEAM_QUALIFIES");
    let read = company.read(&draft).await;
    assert_eq!(read.teams[0].part(), pb::TeamPart::RecentlyFlagged);
    assert_eq!(read.teams[0].qualifies_day, "2026-03-06");
    assert_eq!(read.state(), pb::ChallengeState::Draft, "HR sees why and can go on");
    company.neighbours.flag("west", true, date(2026, 3, 1));
    assert_eq!(reason(&company.start(&draft).await.unwrap_err()), "NO_TEAM_QUALIFIES");
    assert_eq!(company.read(&draft).await.teams[0].qualifies_day, "", "nobody knows how long it stays open");
    company.neighbours.flag("west", false, date(2025, 12, 28));
    assert!(company.start(&draft).await.is_ok());
}

#[tokio::test]
async fn in_a_joint_challenge_it_shares_the_prize_and_is_not_measured() {
    let company = company().await;
    company.neighbours.flag("east", true, date(2026, 3, 1));
    let challenge = company.running(&["west", "east", "tiny"]).await;
    let parts: Vec<_> = challenge.teams.iter().map(pb::ChallengeTeam::part).collect();
    assert_eq!(parts, [pb::TeamPart::Measured, pb::TeamPart::RecentlyFlagged, pb::TeamPart::TooSmall]);
    assert_eq!(challenge.teams[2].member_count, None, "no number below five");
    company.days_pass(12).await;
    let asked: Vec<_> = company.neighbours.asked().into_iter().flat_map(|r| r.teams).collect();
    assert!(asked.iter().all(|t| *t == name("teams", "west")), "{asked:?}");
}

#[tokio::test]
async fn a_flagged_team_within_a_department_is_left_out_of_its_figures() {
    let company = company().await;
    company.neighbours.flag("east", false, date(2026, 2, 1));
    let challenge = company.running(&["sales"]).await;
    assert_eq!(challenge.teams[0].part(), pb::TeamPart::Measured);
    assert_eq!(challenge.teams[0].member_count, Some(12), "all of them share");
    assert_eq!(company.neighbours.asked()[0].teams, [name("teams", "sales"), name("teams", "west")]);
}

#[tokio::test]
async fn nothing_is_paid_twice_for_the_same_improvement() {
    let company = company().await;
    let challenge = company.running(&["west"]).await;
    let budget = company.read_budget(&challenge.budget).await;
    let above = company.create(company.draft(&budget, &["sales"])).await.unwrap();
    assert_eq!(reason(&company.start(&above).await.unwrap_err()), "TEAM_IN_ANOTHER_CHALLENGE");
    // Measured against figures of today, it would pay a second time for what the first leads to.
    let next_day = challenge.end_day.parse::<jiff::civil::Date>().unwrap().tomorrow().unwrap();
    let after = pb::Challenge { start_day: next_day.to_string(), ..company.draft(&budget, &["west"]) };
    let after = company.create(after).await.unwrap();
    assert_eq!(reason(&company.start(&after).await.unwrap_err()), "TEAM_IN_ANOTHER_CHALLENGE");
    let beside = company.create(company.draft(&budget, &["north"])).await.unwrap();
    assert!(company.start(&beside).await.is_ok());
}

#[tokio::test]
async fn a_prize_must_be_there_and_in_the_budget() {
    let company = company().await;
    let budget = company.budget("EUR", 49_999).await;
    let open = pb::Challenge { prize: None, budget: String::new(), ..company.draft(&budget, &["west"]) };
    let open = company.create(open).await.unwrap();
    assert_eq!(fields(&company.start(&open).await.unwrap_err()), ["challenge.prize", "challenge.budget"]);
    let draft = company.create(company.draft(&budget, &["west"])).await.unwrap();
    assert_eq!(reason(&company.start(&draft).await.unwrap_err()), "BUDGET_EXCEEDED");
    let rials = company.budget("IRR", 900_000_000_000).await;
    let foreign = company.create(company.draft(&rials, &["west"])).await.unwrap();
    assert_eq!(reason(&company.start(&foreign).await.unwrap_err()), "RATE_MISSING");
    company.rate("EUR", "IRR", "700000", "2026-01-01").await;
    company.start(&foreign).await.unwrap();
    assert_eq!(company.read_budget(&rials.name).await.promised, money("IRR", 35_000_000_000));
}

#[tokio::test]
async fn what_was_not_read_is_not_started_and_neighbours_may_be_away() {
    let company = company().await;
    let budget = company.budget("EUR", 200_000).await;
    let draft = company.create(company.draft(&budget, &["west"])).await.unwrap();
    let stale = pb::Challenge { etag: "0".into(), ..draft.clone() };
    assert_eq!(company.start(&stale).await.unwrap_err().code(), Code::Aborted);
    company.neighbours.unreachable(true);
    assert_eq!(reason(&company.start(&draft).await.unwrap_err()), "FIGURES_NOT_READY");
    company.neighbours.unreachable(false);
    assert!(company.start(&draft).await.is_ok());
}

#[tokio::test]
async fn where_everybody_has_completed_the_courses_nothing_can_be_gained() {
    let company = company().await;
    let budget = company.budget("EUR", 200_000).await;
    let draft = pb::Challenge {
        measure: pb::Measure::CourseCompletion.into(),
        courses: vec![name("courses", "basics")],
        ..company.draft(&budget, &["west"])
    };
    let draft = company.create(draft).await.unwrap();
    company.neighbours.completed("west", 2);
    assert_eq!(reason(&company.start(&draft).await.unwrap_err()), "NO_TEAM_QUALIFIES");
    assert_eq!(
        company.read(&draft).await.teams[0].part(),
        pb::TeamPart::NothingToGain,
        "four are missing: too few"
    );
    company.neighbours.completed("west", 1);
    assert!(company.start(&draft).await.is_ok());
}
