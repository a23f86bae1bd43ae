//! `GetAssignmentProgress`.

use proto::training::v1::{AssignmentProgress, GetAssignmentProgressRequest};

use crate::support::{
    Company,
    build::{self, all_of, team},
    company,
};

async fn progress(company: &Company, kinds: Vec<proto::training::v1::condition::Kind>) -> AssignmentProgress {
    let course = company.course(build::course("A")).await;
    let made = company.assign(&course, all_of(kinds)).await;
    company.complete("w1").await;
    let request = GetAssignmentProgressRequest { name: made.name };
    company.assignments().get_assignment_progress(request).await.unwrap().into_inner()
}

fn shown(progress: &AssignmentProgress) -> Vec<(&str, i32)> {
    progress.teams.iter().map(|t| (t.team_title.as_str(), t.counts.unwrap().people)).collect()
}

#[tokio::test]
async fn teams_of_five_and_the_rest_together() {
    let company = company().await;
    // Everybody: six in the west, five in support; three in the east and two without a team make five.
    let progress = progress(&company, vec![]).await;
    assert_eq!(shown(&progress), [("SUPPORT", 5), ("WEST", 6)]);
    assert_eq!(progress.teams[1].counts.unwrap().completed, 1);
    assert_eq!(progress.other_teams.unwrap().people, 5);
    assert_eq!(progress.total.unwrap().people, 16);
}

#[tokio::test]
async fn a_small_rest_cannot_be_had_by_subtraction() {
    let company = company().await;
    let progress = progress(&company, vec![team("sales")]).await;
    assert!(progress.teams.is_empty(), "the east would be what is left of sales");
    assert_eq!(progress.other_teams.unwrap().people, 9);
    assert_eq!(progress.total.unwrap().people, 9);
}

#[tokio::test]
async fn four_people_are_no_figure() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let made = company.assign(&course, all_of([team("east")])).await;
    let request = GetAssignmentProgressRequest { name: made.name.clone() };
    let progress = company.assignments().get_assignment_progress(request).await.unwrap().into_inner();
    assert_eq!(progress, AssignmentProgress { assignment: made.name, ..Default::default() });
}
