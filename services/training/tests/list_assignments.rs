//! `ListAssignments`.

use proto::training::v1::{AssignmentState, EndAssignmentRequest, ListAssignmentsRequest};

use crate::support::{
    build::{self, all_of, team},
    company, parent,
};

#[tokio::test]
async fn newest_first_page_by_page_and_by_state() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let mut names = vec![];
    for id in ["west", "east", "support"] {
        company.harness.clock.advance(std::time::Duration::from_secs(1));
        names.push(company.assign(&course, all_of([team(id)])).await.name);
    }
    names.reverse();
    let end = EndAssignmentRequest { name: names[2].clone() };
    company.assignments().end_assignment(end).await.unwrap();

    let list = async |request: ListAssignmentsRequest| {
        company.assignments().list_assignments(request).await.unwrap().into_inner()
    };
    let all = ListAssignmentsRequest { parent: parent(), page_size: 2, ..Default::default() };
    let first = list(all.clone()).await;
    let second =
        list(ListAssignmentsRequest { page_token: first.next_page_token.clone(), ..all.clone() }).await;
    let found: Vec<_> = first.assignments.iter().chain(&second.assignments).map(|a| a.name.clone()).collect();
    assert_eq!((found, second.next_page_token.as_str()), (names.clone(), ""));
    let ended = ListAssignmentsRequest { states: vec![AssignmentState::Ended.into()], ..all };
    assert_eq!(list(ended).await.assignments[0].name, names[2]);
}
