//! `ListPosts`.

use proto::champions::v1::{ListPostsRequest, space_service_client::SpaceServiceClient};

use crate::support::{company, parent, reason};

#[tokio::test]
async fn newest_first_in_pages_and_not_for_hr() {
    let company = company().await;
    company.with_champion().await;
    for title in ["One", "Two", "Three"] {
        company.post("w2", title).await.unwrap();
    }
    let list = |token: String| ListPostsRequest { parent: parent(), page_size: 2, page_token: token };
    let first = company.space("w2").list_posts(list(String::new())).await.unwrap().into_inner();
    let next = company.space("w2").list_posts(list(first.next_page_token)).await.unwrap().into_inner();
    let titles: Vec<_> = first.posts.iter().chain(&next.posts).map(|p| p.title.as_str()).collect();
    assert_eq!(titles, ["Three", "Two", "One"]);
    let mut hr = SpaceServiceClient::new(company.hr());
    assert_eq!(
        reason(&hr.list_posts(list(String::new())).await.unwrap_err()),
        "NOT_A_CHAMPION",
        "the space is private"
    );
}
