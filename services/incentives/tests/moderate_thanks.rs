//! `HideThanks`, `WithdrawThanks`.

use proto::incentives::v1 as pb;
use tonic::Code;

use crate::support::{company, fields, parent, reason};

fn hide(one: &pb::Recognition, why: &str) -> pb::HideThanksRequest {
    pb::HideThanksRequest { name: one.name.clone(), reason: why.into() }
}

fn withdraw(one: &pb::Recognition) -> pb::WithdrawThanksRequest {
    pb::WithdrawThanksRequest { name: one.name.clone() }
}

#[tokio::test]
async fn hr_takes_thanks_off_the_wall_and_the_giver_sees_why() {
    let company = company().await;
    let value = company.value("Care").await;
    let one = company.thank("w1", &["e1"], &value, "Thanks for nothing, really").await.unwrap();
    assert_eq!(fields(&company.moderation().hide_thanks(hide(&one, "")).await.unwrap_err()), ["reason"]);
    company.moderation().hide_thanks(hide(&one, "It mocks a colleague")).await.unwrap();
    assert_eq!(
        reason(&company.moderation().hide_thanks(hide(&one, "again")).await.unwrap_err()),
        "THANKS_HIDDEN"
    );
    assert!(company.on_the_wall("n1").await.is_empty() && company.on_the_wall("e1").await.is_empty());
    assert_eq!(company.on_the_wall("w1").await[0].hide_reason, "It mocks a colleague");
    let all = pb::ListThanksRequest { parent: parent(), show_hidden: true, ..Default::default() };
    assert_eq!(
        company.moderation().list_thanks(all.clone()).await.unwrap().into_inner().recognitions.len(),
        1
    );
    assert!(
        company.wall("n1").list_thanks(all).await.unwrap().into_inner().recognitions.is_empty(),
        "HR alone"
    );
}

#[tokio::test]
async fn who_gave_it_or_is_thanked_takes_it_down() {
    let company = company().await;
    let value = company.value("Care").await;
    for person in ["w1", "e1"] {
        let one = company.thank("w1", &["e1"], &value, &format!("Thank you, says {person}")).await.unwrap();
        let error = company.wall("n1").withdraw_thanks(withdraw(&one)).await.unwrap_err();
        assert_eq!(error.code(), Code::NotFound);
        let gone = company.wall(person).withdraw_thanks(withdraw(&one)).await.unwrap().into_inner();
        assert_eq!(gone.state(), pb::RecognitionState::Withdrawn);
        company.wall(person).withdraw_thanks(withdraw(&one)).await.unwrap();
        assert!(company.on_the_wall("w1").await.is_empty());
    }
}
