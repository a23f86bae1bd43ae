//! `ListMyThanks`.

use proto::champions::v1::{ListMyThanksRequest, ThankChampionRequest};

use crate::support::{company, parent};

#[tokio::test]
async fn only_the_champion_reads_them_newest_first() {
    let company = company().await;
    let (_, champion) = company.with_champion().await;
    for who in ["w3", "w4"] {
        company.harness.clock.advance(std::time::Duration::from_secs(1));
        let thanks = ThankChampionRequest {
            name: champion.name.clone(),
            text: format!("From {who}"),
            request_id: String::new(),
        };
        company.champions_as(who).thank_champion(thanks).await.unwrap();
    }
    let list = || ListMyThanksRequest { parent: parent(), ..Default::default() };
    let mine = company.champions_as("w2").list_my_thanks(list()).await.unwrap().into_inner().thanks;
    let seen: Vec<_> = mine.iter().map(|t| (t.person_display_name.as_str(), t.text.as_str())).collect();
    assert_eq!(seen, [("W4", "From w4"), ("W3", "From w3")]);
    assert!(company.champions_as("w3").list_my_thanks(list()).await.unwrap().into_inner().thanks.is_empty());
    assert!(
        company.champions().list_my_thanks(list()).await.unwrap().into_inner().thanks.is_empty(),
        "not even HR"
    );
}
