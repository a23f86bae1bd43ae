//! The job `measure`: week by week, to the end.

use proto::incentives::v1::{self as pb, ChallengeEnded};

use crate::support::{Acts, company, money, name};

#[tokio::test]
async fn an_honest_team_is_told_of_its_progress_and_wins() {
    let company = company().await;
    company.neighbours.acts("west", Acts { after: 0.75, ..Acts::usual() });
    let challenge = company.running(&["west"]).await;
    company.days_pass(9).await;
    let progress = company.read(&challenge).await.progress.unwrap();
    assert_eq!(progress.weeks, 0, "what comes late is waited for: {progress:?}");
    assert!(progress.guards.is_empty() && progress.improvement_percent.is_none());
    company.days_pass(2).await;
    let progress = company.read(&challenge).await.progress.unwrap();
    assert_eq!((progress.weeks, progress.through_day.as_str()), (1, "2026-03-08"));
    assert_eq!(progress.improvement_percent.map(|p| p % 5), Some(0), "rounded to five");
    assert_eq!(progress.guards.len(), 3);
    let sentence = progress.sentence.unwrap();
    assert!(
        sentence.en.starts_with("After 1 week, use is about")
            && !sentence.fa.is_empty()
            && !sentence.ar.is_empty()
    );

    let ended = company.finish(&challenge).await;
    assert_eq!(ended.state(), pb::ChallengeState::Reached);
    let told = company.neighbours.heard::<ChallengeEnded>();
    assert_eq!((told.len(), told[0].reached, told[0].link.as_str()), (1, true, "/rewards"));
    let award = company.award(&ended.award).await;
    assert_eq!(
        (award.state(), &award.prize, award.voter_count, award.votes_needed),
        (pb::AwardState::Open, &money("EUR", 50_000), 6, 4)
    );
    assert_eq!(award.teams, [name("teams", "west")]);
    assert_eq!(
        company.read_budget(&ended.budget).await.promised,
        money("EUR", 50_000),
        "promised until it is paid"
    );
    company.days_pass(3).await;
    assert_eq!(company.neighbours.heard::<ChallengeEnded>().len(), 1, "it ends once");
}

#[tokio::test]
async fn who_stays_the_same_gets_nothing_and_the_promise_is_taken_back() {
    let company = company().await;
    let challenge = company.running(&["west"]).await;
    let ended = company.finish(&challenge).await;
    assert_eq!((ended.state(), ended.award.as_str()), (pb::ChallengeState::NotReached, ""));
    let told = company.neighbours.heard::<ChallengeEnded>();
    assert!(!told[0].reached && told[0].sentence.as_ref().unwrap().en.contains("about where it was"));
    assert_eq!(company.read_budget(&ended.budget).await.promised, money("EUR", 0));
}

#[tokio::test]
async fn what_cannot_be_had_today_is_measured_tomorrow() {
    let company = company().await;
    let challenge = company.running(&["west"]).await;
    company.neighbours.unreachable(true);
    company.days_pass(20).await;
    assert_eq!(company.read(&challenge).await.progress.unwrap().weeks, 0);
    company.neighbours.unreachable(false);
    company.days_pass(1).await;
    assert_eq!(company.read(&challenge).await.progress.unwrap().weeks, 2);
}

#[tokio::test]
async fn a_joint_challenge_is_reached_together_and_nobody_is_left_behind() {
    let company = company().await;
    company.neighbours.acts("west", Acts { after: 0.8, ..Acts::usual() });
    company.neighbours.acts("east", Acts { after: 0.65, ..Acts::usual() });
    let together = company.running(&["west", "east"]).await;
    let ended = company.finish(&together).await;
    assert_eq!(ended.state(), pb::ChallengeState::Reached, "{ended:?}");
    let award = company.award(&ended.award).await;
    assert_eq!((award.teams.len(), award.voter_count), (2, 12), "one prize, and all have a vote");

    let company = crate::support::company().await;
    company.neighbours.acts("west", Acts { after: 0.95, ..Acts::usual() });
    company.neighbours.acts("east", Acts { after: 0.25, ..Acts::usual() });
    let carried = company.running(&["west", "east"]).await;
    let ended = company.finish(&carried).await;
    let progress = ended.progress.clone().unwrap();
    let behind = progress.guards.iter().find(|g| g.guard() == pb::Guard::NobodyLeftBehind).unwrap();
    assert_eq!((behind.state(), ended.state()), (pb::GuardState::Fails, pb::ChallengeState::NotReached));
}

#[tokio::test]
async fn courses_are_completed_by_those_who_had_not() {
    let company = company().await;
    let budget = company.budget("EUR", 200_000).await;
    let draft = pb::Challenge {
        measure: pb::Measure::CourseCompletion.into(),
        courses: vec![name("courses", "basics")],
        target_percent: 60,
        ..company.draft(&budget, &["north"])
    };
    let draft = company.create(draft).await.unwrap();
    let challenge = company.start(&draft).await.unwrap();
    company.neighbours.completed("north", 4);
    let ended = company.finish(&challenge).await;
    assert_eq!(ended.progress.as_ref().and_then(|p| p.improvement_percent), Some(65), "four of six");
    assert_eq!(ended.state(), pb::ChallengeState::Reached);
}

#[tokio::test]
async fn better_records_and_more_features_can_be_goals() {
    for (measure, acts) in [
        (pb::Measure::DataQuality, Acts { errors: 0.04, ..Acts::usual() }),
        (pb::Measure::Breadth, Acts { after: 0.9, ..Acts::usual() }),
    ] {
        let company = company().await;
        company.neighbours.acts("west", acts);
        let budget = company.budget("EUR", 200_000).await;
        let draft = pb::Challenge { measure: measure.into(), ..company.draft(&budget, &["west"]) };
        let draft = company.create(draft).await.unwrap();
        let challenge = company.start(&draft).await.unwrap();
        assert_eq!(company.finish(&challenge).await.state(), pb::ChallengeState::Reached, "{measure:?}");
    }
}
