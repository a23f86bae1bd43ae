//! `GetRetrainingProgress`.

use proto::training::v1::{AssignRetrainingRequest, GetRetrainingProgressRequest};

use crate::support::{
    build::{self, all_of, team},
    company, name, parent, reason,
};

#[tokio::test]
async fn it_counts_whom_the_retraining_enrolled() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let request = AssignRetrainingRequest {
        parent: parent(),
        assignment: Some(build::assignment(&course, all_of([team("east")]))),
        source: name("interventions", "i1"),
        request_id: String::new(),
    };
    let made = company.evidence().assign_retraining(request).await.unwrap().into_inner();
    company.settle().await;
    company.complete("e1").await;
    let get = |name: &str| GetRetrainingProgressRequest { name: name.into() };
    let progress = company.evidence().get_retraining_progress(get(&made.name)).await.unwrap().into_inner();
    assert_eq!((progress.enrolled, progress.completed), (3, 1), "services see small teams, screens do not");
    assert_eq!(progress.source, name("interventions", "i1"));

    let by_hand = company.assign(&course, all_of([team("west")])).await;
    let error = company.evidence().get_retraining_progress(get(&by_hand.name)).await.unwrap_err();
    assert_eq!(reason(&error), "NOT_A_RETRAINING");
}
