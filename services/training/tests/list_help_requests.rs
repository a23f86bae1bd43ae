//! `ListHelpRequests`.

use proto::training::v1::{AnswerHelpRequestRequest, HelpState, ListHelpRequestsRequest, RequestHelpRequest};
use tonic::Code;

use crate::support::{
    build::{self, all_of, team},
    company, parent,
};

#[tokio::test]
async fn those_that_wait_longest_come_first() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let mut names = vec![];
    for person in ["w1", "w2", "w3"] {
        company.harness.clock.advance(std::time::Duration::from_secs(1));
        let name = company.enrollment(person).await.name;
        let ask = RequestHelpRequest { name, question: "?".into(), ..Default::default() };
        names.push(company.help(person).request_help(ask).await.unwrap().into_inner().name);
    }
    let answer =
        AnswerHelpRequestRequest { name: names[1].clone(), answer: "So.".into(), ..Default::default() };
    company.trainers_help().answer_help_request(answer).await.unwrap();

    let list = ListHelpRequestsRequest { parent: parent(), ..Default::default() };
    let of = |state: HelpState| ListHelpRequestsRequest { state: state.into(), ..list.clone() };
    for (request, people) in [
        (list.clone(), vec!["W1", "W2", "W3"]),
        (of(HelpState::Open), vec!["W1", "W3"]),
        (of(HelpState::Answered), vec!["W2"]),
        (ListHelpRequestsRequest { course: course.name, ..list.clone() }, vec!["W1", "W2", "W3"]),
    ] {
        let found = company.trainers_help().list_help_requests(request).await.unwrap().into_inner();
        let found: Vec<_> = found.help_requests.iter().map(|h| h.person_display_name.as_str()).collect();
        assert_eq!(found, people);
    }
    let error = company.help("w1").list_help_requests(list).await.unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied);
}
