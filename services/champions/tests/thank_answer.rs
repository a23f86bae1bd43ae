//! `ThankAnswer`.

use proto::champions::v1::ThankAnswerRequest;

use crate::support::{company, programme, reason};

#[tokio::test]
async fn a_champion_thanks_once_and_not_oneself() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    company.champion(&crm, "w2", &["west"]).await;
    company.champion(&crm, "e2", &["east"]).await;
    let post = company.post("w2", "How?").await.unwrap().name;
    let answer = company.answer("e2", &post, "So.").await.unwrap().name;
    let thank = || ThankAnswerRequest { name: answer.clone() };
    for _ in 0..2 {
        let thanked = company.space("w2").thank_answer(thank()).await.unwrap().into_inner();
        assert_eq!((thanked.thanks, thanked.thanked), (1, true));
    }
    assert_eq!(reason(&company.space("e2").thank_answer(thank()).await.unwrap_err()), "OWN_POST");
}
