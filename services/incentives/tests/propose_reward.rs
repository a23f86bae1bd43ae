//! `ProposeReward`.

use proto::incentives::v1 as pb;
use tonic::Code;

use crate::support::{company, fields, person, reason};

#[tokio::test]
async fn members_propose_what_the_prize_pays_for() {
    let company = company().await;
    let award = company.won().await;
    company.rate("EUR", "IRR", "700000", "2026-01-01").await;
    let dinner = company.reward("Dinner", "IRR", 35_000_000_000).await;
    let proposed = company.propose("w1", &award, &dinner).await.unwrap();
    assert_eq!((proposed.options.len(), proposed.options[0].votes), (1, 0));
    assert_eq!(company.propose("w2", &award, &dinner).await.unwrap().options.len(), 1, "twice is once");
    let yacht = company.reward("Yacht", "IRR", 35_000_700_000).await;
    assert_eq!(reason(&company.propose("w1", &award, &yacht).await.unwrap_err()), "REWARD_ABOVE_PRIZE");
    let foreign = company.reward("Sushi", "JPY", 1_000).await;
    assert_eq!(reason(&company.propose("w1", &award, &foreign).await.unwrap_err()), "RATE_MISSING");
    let old = company.reward("Old", "EUR", 1).await;
    company.rewards().archive_reward(pb::ArchiveRewardRequest { name: old.name.clone() }).await.unwrap();
    assert_eq!(reason(&company.propose("w1", &award, &old).await.unwrap_err()), "REWARD_ARCHIVED");
}

#[tokio::test]
async fn only_the_frozen_members_and_at_most_three_each() {
    let company = company().await;
    let award = company.won().await;
    company.hire(person("w9", "west", "2026-03-05")).await;
    let first = company.reward("A", "EUR", 1).await;
    for stranger in ["e1", "w9", "hana"] {
        assert_eq!(
            company.propose(stranger, &award, &first).await.unwrap_err().code(),
            Code::NotFound,
            "{stranger}"
        );
    }
    company.propose("w1", &award, &first).await.unwrap();
    for title in ["B", "C"] {
        let reward = company.reward(title, "EUR", 1).await;
        company.propose("w1", &award, &reward).await.unwrap();
    }
    let fourth = company.reward("D", "EUR", 1).await;
    assert_eq!(reason(&company.propose("w1", &award, &fourth).await.unwrap_err()), "TOO_MANY_PROPOSALS");
    assert_eq!(company.propose("w2", &award, &fourth).await.unwrap().options.len(), 4);
    let nothing = pb::Reward { name: crate::support::name("rewards", "none"), ..fourth };
    assert_eq!(fields(&company.propose("w2", &award, &nothing).await.unwrap_err()), ["reward"]);
}
