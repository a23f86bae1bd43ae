//! `ListThanks`.

use proto::incentives::v1 as pb;

use crate::support::{company, parent};

#[tokio::test]
async fn the_wall_is_newest_first_and_cut_into_pages() {
    let company = company().await;
    let value = company.value("Care").await;
    for i in 1..=3 {
        company.thank("w1", &[&format!("e{i}")], &value, &format!("Thank you number {i}")).await.unwrap();
    }
    let list = |token: &str, mine| pb::ListThanksRequest {
        parent: parent(),
        page_size: 2,
        page_token: token.into(),
        mine,
        show_hidden: false,
    };
    let first = company.wall("n1").list_thanks(list("", false)).await.unwrap().into_inner();
    assert_eq!(
        first.recognitions.iter().map(|r| r.message.as_str()).collect::<Vec<_>>(),
        ["Thank you number 3", "Thank you number 2"]
    );
    let rest =
        company.wall("n1").list_thanks(list(&first.next_page_token, false)).await.unwrap().into_inner();
    assert_eq!((rest.recognitions.len(), rest.next_page_token.as_str()), (1, ""));
    let mine = company.wall("e2").list_thanks(list("", true)).await.unwrap().into_inner().recognitions;
    assert_eq!((mine.len(), mine[0].to_me, mine[0].mine), (1, true, false));
    assert!(
        company.wall("n1").list_thanks(list("", true)).await.unwrap().into_inner().recognitions.is_empty()
    );
}
