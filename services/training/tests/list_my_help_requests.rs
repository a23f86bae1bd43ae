//! `ListMyHelpRequests`.

use proto::training::v1::{ListMyHelpRequestsRequest, RequestHelpRequest};

use crate::support::{
    build::{self, all_of, team},
    company, parent,
};

#[tokio::test]
async fn own_requests_come_newest_first() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let name = company.enrollment("w1").await.name;
    for question in ["first", "second"] {
        company.harness.clock.advance(std::time::Duration::from_secs(1));
        let ask = RequestHelpRequest { name: name.clone(), question: question.into(), ..Default::default() };
        company.help("w1").request_help(ask).await.unwrap();
    }
    let list = ListMyHelpRequestsRequest { parent: parent(), ..Default::default() };
    let own =
        company.help("w1").list_my_help_requests(list.clone()).await.unwrap().into_inner().help_requests;
    let questions: Vec<_> = own.iter().map(|h| h.question.as_str()).collect();
    assert_eq!(questions, ["second", "first"]);
    assert!(
        company.help("w2").list_my_help_requests(list).await.unwrap().into_inner().help_requests.is_empty()
    );
}
