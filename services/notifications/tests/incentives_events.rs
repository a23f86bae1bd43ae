//! What people hear of challenges, prizes and thanks.

use proto::{
    identity::v1 as identity,
    incentives::v1::{
        AwardDecided, ChallengeEnded, ChallengeStarted, RedemptionDecided, RedemptionRequested, ThanksGiven,
    },
    notifications::v1::NotificationKind,
};

use crate::support::{Office, name, office, text};

/// The people who are told of this kind, each with the title.
async fn told(office: &Office, kind: NotificationKind) -> Vec<(&'static str, String)> {
    let mut told = Vec::new();
    for person in ["sara", "omid", "hana", "tara", "cyrus", "nima"] {
        let entries = office.inbox(person).await.into_iter().filter(|n| n.kind() == kind);
        told.extend(entries.map(|n| (person, n.title)));
    }
    told
}

/// The team, with north below it, where everybody is but Tara.
const TEAM: &str = "sales";
const MEMBERS: [&str; 5] = ["sara", "omid", "hana", "cyrus", "nima"];

/// Tara works elsewhere.
async fn split_office() -> Office {
    let office = office().await;
    let elsewhere = identity::Membership {
        team: name("teams", "company"),
        position: name("positions", "seller"),
        start_day: "2025-01-01".into(),
        ..Default::default()
    };
    let tara = identity::Person {
        name: name("people", "tara"),
        external_id: "tara".into(),
        display_name: "TARA".into(),
        employment_start_day: "2025-01-01".into(),
        memberships: vec![elsewhere],
        revision: 99,
        ..Default::default()
    };
    office.enter(tara).await;
    office
}

fn people(told: &[(&'static str, String)]) -> Vec<&'static str> {
    told.iter().map(|(person, _)| *person).collect()
}

#[tokio::test]
async fn members_hear_of_their_teams_challenge_and_of_its_end() {
    let office = split_office().await;
    let started = ChallengeStarted {
        title: Some(text("Six weeks", "", "")),
        teams: vec![name("teams", TEAM)],
        start_day: "2026-03-28".into(),
        end_day: "2026-05-08".into(),
        link: "/challenges/c1".into(),
        ..Default::default()
    };
    office.harness.deliver(&started).await;
    let heard = told(&office, NotificationKind::ChallengeStarted).await;
    assert_eq!(people(&heard), MEMBERS);
    let ended = ChallengeEnded {
        title: Some(text("Six weeks", "", "")),
        teams: vec![name("teams", TEAM)],
        reached: true,
        sentence: Some(text("Use rose.", "", "")),
        link: "/rewards".into(),
        ..Default::default()
    };
    office.harness.deliver(&ended).await;
    let heard = told(&office, NotificationKind::ChallengeEnded).await;
    assert_eq!(people(&heard), MEMBERS);
    let entry =
        office.inbox(MEMBERS[0]).await.into_iter().find(|n| n.kind() == NotificationKind::ChallengeEnded);
    assert_eq!(entry.unwrap().link, "/rewards");
}

#[tokio::test]
async fn hr_decides_and_the_team_hears_it() {
    let office = split_office().await;
    let teams = || vec![name("teams", TEAM)];
    let reward_title = || Some(text("Dinner", "", ""));
    office
        .harness
        .deliver(&AwardDecided { teams: teams(), reward_title: reward_title(), ..Default::default() })
        .await;
    assert_eq!(people(&told(&office, NotificationKind::AwardDecided).await), MEMBERS);
    let requested = RedemptionRequested {
        team_display_names: vec!["West".into()],
        reward_title: reward_title(),
        ..Default::default()
    };
    office.harness.deliver(&requested).await;
    assert_eq!(people(&told(&office, NotificationKind::RedemptionRequested).await), ["hana"]);
    let decided = RedemptionDecided {
        teams: teams(),
        reward_title: reward_title(),
        reject_reason: "Closed in summer".into(),
        ..Default::default()
    };
    office.harness.deliver(&decided).await;
    assert_eq!(people(&told(&office, NotificationKind::RedemptionDecided).await), MEMBERS);
    let entry =
        office.inbox(MEMBERS[0]).await.into_iter().find(|n| n.kind() == NotificationKind::RedemptionDecided);
    assert!(entry.unwrap().body.contains("Closed in summer"), "with the reason");
}

#[tokio::test]
async fn thanks_reach_who_is_thanked_alone() {
    let office = office().await;
    let thanks = ThanksGiven {
        giver_display_name: "OMID".into(),
        people: vec![name("people", "sara")],
        value_title: Some(text("Care", "", "")),
        message: "You saved my day".into(),
        ..Default::default()
    };
    office.harness.deliver(&thanks).await;
    assert_eq!(people(&told(&office, NotificationKind::ThanksGiven).await), ["sara"]);
}
