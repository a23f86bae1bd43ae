//! `GetTeamCompletion`.

use proto::training::v1::{
    Course, GetTeamCompletionRequest, TeamCompletion,
    team_completion_service_client::TeamCompletionServiceClient,
};
use tonic::Code;

use crate::support::{
    Company,
    build::{self, all_of, team},
    company, fields, name, parent,
};

fn request(of: &str, courses: &[&Course]) -> GetTeamCompletionRequest {
    GetTeamCompletionRequest {
        parent: parent(),
        teams: vec![name("teams", of)],
        courses: courses.iter().map(|c| c.name.clone()).collect(),
        roster_start_day: "2026-02-01".into(),
        roster_end_day: "2026-03-01".into(),
        day: "2026-03-02".into(),
    }
}

async fn ask(company: &Company, request: GetTeamCompletionRequest) -> TeamCompletion {
    let mut client = TeamCompletionServiceClient::new(company.harness.as_service("incentives"));
    client.get_team_completion(request).await.unwrap().into_inner()
}

#[tokio::test]
async fn those_count_who_completed_all_of_the_courses() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let other = company.course(build::course("B")).await;
    company.assign(&course, all_of([team("west")])).await;
    company.complete("w1").await;
    company.complete("w2").await;
    let counts = |c: TeamCompletion| (c.people, c.completed);
    assert_eq!(counts(ask(&company, request("west", &[&course])).await), (Some(6), Some(2)));
    assert_eq!(counts(ask(&company, request("west", &[&course, &other])).await), (Some(6), Some(0)));
}

#[tokio::test]
async fn nothing_is_said_about_fewer_than_five_and_newcomers_are_not_on_the_roster() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    assert_eq!(ask(&company, request("east", &[&course])).await, TeamCompletion::default(), "three people");
    let mut late = build::person("w7", "west", "seller");
    late.employment_start_day = "2026-02-10".into();
    late.memberships[0].start_day = "2026-02-10".into();
    company.hire(late).await;
    assert_eq!(ask(&company, request("west", &[&course])).await.people, Some(6));
}

#[tokio::test]
async fn only_services_ask_and_bad_requests_are_refused() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let error = TeamCompletionServiceClient::new(company.trainer())
        .get_team_completion(request("west", &[&course]))
        .await
        .unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied);
    let bad = GetTeamCompletionRequest { parent: parent(), ..Default::default() };
    let mut client = TeamCompletionServiceClient::new(company.harness.as_service("incentives"));
    let error = client.get_team_completion(bad).await.unwrap_err();
    assert_eq!(fields(&error), ["teams", "courses", "roster_start_day", "roster_end_day"]);
}
