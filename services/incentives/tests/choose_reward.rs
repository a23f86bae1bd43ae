//! `ChooseReward`, `GetAward`, `ListAwards`: a majority of all members, each once.

use proto::incentives::v1::{self as pb, AwardDecided, RedemptionRequested};
use tonic::Code;

use crate::support::{company, fields, money, parent, person, reason};

#[tokio::test]
async fn more_than_half_of_all_members_decide_each_with_one_vote() {
    let company = company().await;
    let award = company.won().await;
    let dinner = company.reward("Dinner", "EUR", 40_000).await;
    let plants = company.reward("Plants", "EUR", 20_000).await;
    company.propose("w1", &award, &dinner).await.unwrap();
    company.propose("w2", &award, &plants).await.unwrap();
    // The same member votes ten times, and changes her mind.
    for _ in 0..10 {
        company.choose("w1", &award, &dinner).await.unwrap();
    }
    let seen = company.choose("w1", &award, &plants).await.unwrap();
    let votes: Vec<_> = seen.options.iter().map(|o| (o.votes, o.mine)).collect();
    assert_eq!(votes, [(0, false), (1, true)]);
    for person in ["w2", "w3"] {
        assert_eq!(
            company.choose(person, &award, &plants).await.unwrap().state(),
            pb::AwardState::Open,
            "three of six"
        );
    }
    let decided = company.choose("w4", &award, &plants).await.unwrap();
    assert_eq!(
        (decided.state(), decided.reward.as_str(), decided.can_vote),
        (pb::AwardState::Decided, plants.name.as_str(), true)
    );
    assert_eq!(reason(&company.choose("w5", &award, &dinner).await.unwrap_err()), "AWARD_DECIDED");
    assert_eq!(
        company.choose("w4", &award, &plants).await.unwrap(),
        decided,
        "the same vote again changes nothing"
    );
    company.settle().await;
    assert_eq!(company.neighbours.heard::<AwardDecided>().len(), 1);
    let asked = company.neighbours.heard::<RedemptionRequested>();
    assert_eq!(
        (asked.len(), &asked[0].cost, asked[0].team_display_names[0].as_str()),
        (1, &money("EUR", 20_000), "WEST")
    );
}

#[tokio::test]
async fn strangers_have_no_vote_and_see_nothing() {
    let company = company().await;
    let award = company.won().await;
    let dinner = company.reward("Dinner", "EUR", 1).await;
    assert_eq!(
        fields(&company.choose("w1", &award, &dinner).await.unwrap_err()),
        ["reward"],
        "nobody proposed it"
    );
    company.propose("w1", &award, &dinner).await.unwrap();
    assert_eq!(company.choose("e1", &award, &dinner).await.unwrap_err().code(), Code::NotFound);
    let list = pb::ListAwardsRequest { parent: parent(), ..Default::default() };
    assert!(company.awards("e1").list_awards(list.clone()).await.unwrap().into_inner().awards.is_empty());
    assert_eq!(company.awards("w1").list_awards(list.clone()).await.unwrap().into_inner().awards.len(), 1);
    let of_hr = company.approvals().list_awards(list).await.unwrap().into_inner().awards;
    assert!(!of_hr[0].can_vote, "HR decides nothing for the team");
}

#[tokio::test]
async fn whoever_leaves_takes_the_vote_along() {
    let company = company().await;
    let award = company.won().await;
    let dinner = company.reward("Dinner", "EUR", 1).await;
    company.propose("w1", &award, &dinner).await.unwrap();
    for person in ["w1", "w2"] {
        company.choose(person, &award, &dinner).await.unwrap();
    }
    for id in ["w4", "w5", "w6"] {
        let mut gone = person(id, "west", "2025-01-01");
        gone.employment_end_day = "2026-03-20".into();
        gone.revision = 2;
        company.hire(gone).await;
    }
    let read = company.award(&award.name).await;
    assert_eq!((read.voter_count, read.votes_needed), (3, 2));
    // The next vote finds the majority.
    assert_eq!(company.choose("w3", &award, &dinner).await.unwrap().state(), pb::AwardState::Decided);
}
