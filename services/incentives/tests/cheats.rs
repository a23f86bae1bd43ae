//! What somebody may try for a prize. Each does not win, and an honest team on the same days does.

use jiff::civil::date;
use proto::{
    identity::v1 as identity,
    incentives::v1::{self as pb, Guard, GuardState},
};

use crate::support::{Acts, Company, company, name, person};

/// The state of a guard at the end.
fn guard(challenge: &pb::Challenge, guard: Guard) -> GuardState {
    let progress = challenge.progress.as_ref().unwrap();
    progress
        .guards
        .iter()
        .find(|g| g.guard() == guard)
        .map_or(GuardState::Unspecified, pb::GuardResult::state)
}

/// West cheats and north is honest, in challenges of their own at the same time. How both end.
async fn against_an_honest_team(company: &Company, cheat: Acts) -> (pb::Challenge, pb::Challenge) {
    company.neighbours.acts("west", cheat);
    company.neighbours.acts("north", Acts { after: 0.75, ..Acts::usual() });
    let west = company.running(&["west"]).await;
    let budget = company.read_budget(&west.budget).await;
    let north = company.create(company.draft(&budget, &["north"])).await.unwrap();
    let north = company.start(&north).await.unwrap();
    let west = company.finish(&west).await;
    let north = company.read(&north).await;
    assert_eq!(north.state(), pb::ChallengeState::Reached, "the honest team wins: {north:?}");
    (west, north)
}

#[tokio::test]
async fn one_star_who_clicks_for_all_does_not_win() {
    let company = company().await;
    // The others stop, and one of six clicks every day, thousands of times: a day is a day.
    let (west, _) =
        against_an_honest_team(&company, Acts { after: 1.0, who: Some(1), ..Acts::usual() }).await;
    assert_eq!(west.state(), pb::ChallengeState::NotReached);
    assert_eq!(guard(&west, Guard::Participation), GuardState::Fails);
    assert!(west.progress.unwrap().improvement_percent.unwrap() < 0, "one person has one person's days");
}

#[tokio::test]
async fn junk_records_do_not_win() {
    // They save something every day to look active, and much of it is wrong.
    let company = company().await;
    let (west, _) =
        against_an_honest_team(&company, Acts { after: 0.95, errors: 0.35, ..Acts::usual() }).await;
    assert_eq!(
        (west.state(), guard(&west, Guard::DataQuality)),
        (pb::ChallengeState::NotReached, GuardState::Fails)
    );
    assert!(
        west.progress
            .unwrap()
            .sentence
            .unwrap()
            .en
            .ends_with("but records are saved with more errors than before.")
    );
}

#[tokio::test]
async fn junk_hidden_among_empty_records_does_not_win() {
    // Ten times as many records, most of them complete and empty: the share of errors falls from 10 to 4 %.
    let company = company().await;
    let flood = Acts { after: 0.95, records: 100.0, errors: 0.04, ..Acts::usual() };
    let (west, _) = against_an_honest_team(&company, flood).await;
    assert_eq!(
        (west.state(), guard(&west, Guard::DataQuality)),
        (pb::ChallengeState::NotReached, GuardState::Fails)
    );

    // Nor does it win a challenge about data quality itself.
    let company = crate::support::company().await;
    company.neighbours.acts("west", flood);
    company.neighbours.acts("north", Acts { errors: 0.04, ..Acts::usual() });
    let budget = company.budget("EUR", 200_000).await;
    let mut ends = Vec::new();
    for team in ["west", "north"] {
        let draft =
            pb::Challenge { measure: pb::Measure::DataQuality.into(), ..company.draft(&budget, &[team]) };
        let draft = company.create(draft).await.unwrap();
        ends.push(company.start(&draft).await.unwrap());
    }
    assert_eq!(company.finish(&ends[0]).await.state(), pb::ChallengeState::NotReached);
    assert_eq!(company.read(&ends[1]).await.state(), pb::ChallengeState::Reached);
}

#[tokio::test]
async fn who_stops_saving_records_does_not_win() {
    let company = company().await;
    let (west, _) =
        against_an_honest_team(&company, Acts { after: 0.95, records: 0.0, ..Acts::usual() }).await;
    assert_eq!(
        (west.state(), guard(&west, Guard::DataQuality)),
        (pb::ChallengeState::NotReached, GuardState::Fails)
    );
}

#[tokio::test]
async fn signing_up_at_the_last_minute_does_not_help() {
    let company = company().await;
    // Four stars are moved to west the day before the announcement, and four more after it.
    for i in 0..4 {
        company.hire(person(&format!("star{i}"), "west", "2026-03-01")).await;
    }
    let challenge = company.running(&["west"]).await;
    assert_eq!(challenge.teams[0].member_count, Some(6));
    for i in 4..8 {
        company.hire(person(&format!("star{i}"), "west", "2026-03-03")).await;
    }
    let ended = company.finish(&challenge).await;
    assert_eq!(ended.state(), pb::ChallengeState::NotReached);
    let days = |r: &proto::telemetry::v1::GetTeamFiguresRequest| {
        (r.roster_start_day.clone(), r.roster_end_day.clone())
    };
    let asked: std::collections::BTreeSet<_> = company.neighbours.asked().iter().map(days).collect();
    assert_eq!(asked.len(), 1, "the same frozen days every week: {asked:?}");
    // They have no vote either.
    let mut star = pb::challenge_service_client::ChallengeServiceClient::new(company.member("star0"));
    let seen =
        star.get_challenge(pb::GetChallengeRequest { name: challenge.name }).await.unwrap().into_inner();
    assert_eq!(seen.teams[0].member_count, Some(6));
}

#[tokio::test]
async fn sign_ups_that_are_dated_back_do_not_win() {
    let company = company().await;
    company.neighbours.acts("west", Acts { after: 0.75, ..Acts::usual() });
    let challenge = company.running(&["west"]).await;
    // Somebody edits the directory afterwards, so that two stars seem to have been there all the time.
    for i in 0..2 {
        company.hire(person(&format!("star{i}"), "west", "2025-01-01")).await;
    }
    let ended = company.finish(&challenge).await;
    assert_eq!(
        (ended.state(), guard(&ended, Guard::Roster)),
        (pb::ChallengeState::NotReached, GuardState::Fails)
    );
}

#[tokio::test]
async fn splitting_a_team_does_not_help() {
    let company = company().await;
    company.neighbours.acts("north", Acts { after: 0.75, ..Acts::usual() });
    // Before: the two who use it most become a team of their own. It has no baseline.
    company.team("stars", "", 1).await;
    let moved = |id: &str, from_day: &str, last_day: &str| {
        let mut moved = person(id, "west", "2025-01-01");
        moved.revision = 2;
        moved.memberships[0].end_day = last_day.into();
        moved.memberships.push(identity::Membership {
            team: name("teams", "stars"),
            position: name("positions", "seller"),
            start_day: from_day.into(),
            ..Default::default()
        });
        moved
    };
    for id in ["e1", "e2", "e3", "e4", "e5"] {
        company.hire(moved(id, "2026-02-20", "2026-02-19")).await;
    }
    let budget = company.budget("EUR", 400_000).await;
    let stars = company.create(company.draft(&budget, &["stars"])).await.unwrap();
    assert_eq!(crate::support::reason(&company.start(&stars).await.unwrap_err()), "NO_TEAM_QUALIFIES");
    assert_eq!(company.read(&stars).await.teams[0].part(), pb::TeamPart::TooSmall);

    // After: who holds the others back is moved out. They are on the roster wherever they are.
    let west = company.create(company.draft(&budget, &["west"])).await.unwrap();
    let west = company.start(&west).await.unwrap();
    let north = company.create(company.draft(&budget, &["north"])).await.unwrap();
    let north = company.start(&north).await.unwrap();
    for id in ["w5", "w6"] {
        company.hire(moved(id, "2026-03-10", "2026-03-09")).await;
    }
    let ended = company.finish(&west).await;
    assert_eq!(
        (ended.state(), guard(&ended, Guard::Roster)),
        (pb::ChallengeState::NotReached, GuardState::Holds)
    );
    assert!(
        company
            .neighbours
            .asked()
            .iter()
            .all(|r| r.start_day > r.roster_start_day || r.roster_end_day == "2026-03-01")
    );
    assert_eq!(company.read(&north).await.state(), pb::ChallengeState::Reached, "the honest team wins");
}

#[tokio::test]
async fn slowing_down_first_does_not_help() {
    let company = company().await;
    let challenge = company.running(&["west"]).await;
    let end: jiff::civil::Date = challenge.baseline_end_day.parse().unwrap();
    assert!(end <= date(2026, 2, 26), "the baseline was over days before the announcement");
}

#[tokio::test]
async fn thanks_by_one_star_do_not_win_and_thanks_by_many_do() {
    for many in [false, true] {
        let company = company().await;
        let value = company.value("Together").await;
        let budget = company.budget("EUR", 200_000).await;
        let draft = pb::Challenge {
            measure: pb::Measure::Cooperation.into(),
            target_percent: 50,
            ..company.draft(&budget, &["west", "north"])
        };
        let draft = company.create(draft).await.unwrap();
        let challenge = company.start(&draft).await.unwrap();
        for i in 1..=6 {
            let (w, n) = (format!("w{i}"), format!("n{i}"));
            let words = format!("Thank you for helping with customer {i}");
            let (giver, back) = if many { (w.as_str(), n.as_str()) } else { ("w1", "n1") };
            company.thank(giver, &[&n], &value, &words).await.unwrap();
            company.thank(back, &[&w], &value, &words).await.unwrap();
        }
        let ended = company.finish(&challenge).await;
        let expected = if many { pb::ChallengeState::Reached } else { pb::ChallengeState::NotReached };
        assert_eq!(ended.state(), expected, "{:?}", ended.progress);
    }
}
