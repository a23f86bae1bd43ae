//! `CreateReward`, `GetReward`, `ListRewards`, `UpdateReward`, `ArchiveReward`.

use proto::incentives::v1::{self as pb, reward_service_client::RewardServiceClient};
use tonic::Code;

use crate::support::{company, fields, money, parent, reason, text};

#[tokio::test]
async fn everybody_sees_the_catalogue_and_hr_what_is_archived() {
    let company = company().await;
    let dinner = company.reward("Dinner", "EUR", 30_000).await;
    let plants = company.reward("Plants", "EUR", 10_000).await;
    let archive = pb::ArchiveRewardRequest { name: plants.name.clone() };
    let archived = company.rewards().archive_reward(archive.clone()).await.unwrap().into_inner();
    assert_eq!(archived.state(), pb::RewardState::Archived);
    assert_eq!(
        company.rewards().archive_reward(archive).await.unwrap().into_inner(),
        archived,
        "twice is once"
    );
    let list = pb::ListRewardsRequest { parent: parent(), show_archived: true, ..Default::default() };
    let mut member = RewardServiceClient::new(company.member("w1"));
    assert_eq!(member.list_rewards(list.clone()).await.unwrap().into_inner().rewards, [dinner]);
    assert_eq!(company.rewards().list_rewards(list).await.unwrap().into_inner().rewards.len(), 2);
    let read = member.get_reward(pb::GetRewardRequest { name: plants.name }).await.unwrap().into_inner();
    assert_eq!(read.title, text("Plants"));
    let update = pb::UpdateRewardRequest { reward: Some(read), update_mask: None };
    assert_eq!(reason(&company.rewards().update_reward(update).await.unwrap_err()), "REWARD_ARCHIVED");
}

#[tokio::test]
async fn changes_need_what_was_read() {
    let company = company().await;
    let reward = company.reward("Dinner", "EUR", 30_000).await;
    let cheaper = pb::Reward { price: money("EUR", 20_000), ..reward.clone() };
    let request = pb::UpdateRewardRequest { reward: Some(cheaper), update_mask: None };
    let saved = company.rewards().update_reward(request.clone()).await.unwrap().into_inner();
    assert_eq!((&saved.price, &saved.title), (&money("EUR", 20_000), &reward.title));
    assert_eq!(company.rewards().update_reward(request).await.unwrap_err().code(), Code::Aborted);
}

#[tokio::test]
async fn every_mistake_is_named_at_once() {
    let company = company().await;
    let reward = pb::Reward { title: text("\u{2066}x"), kind: 99, ..Default::default() };
    let request =
        pb::CreateRewardRequest { parent: parent(), reward: Some(reward), request_id: String::new() };
    let error = company.rewards().create_reward(request).await.unwrap_err();
    assert_eq!(fields(&error), ["reward.title.en", "reward.kind", "reward.price"]);
}
