//! `RequestVisit`.

use proto::champions::v1::{
    RequestVisitRequest, Visit, VisitRequested, visit_service_client::VisitServiceClient,
};
use tonic::{Code, Status};

use crate::support::{Company, company, fields, name, parent, text};

fn request(team: &str, source: &str) -> RequestVisitRequest {
    RequestVisitRequest {
        parent: parent(),
        team: name("teams", team),
        reason: text("Use declined."),
        source: name("interventions", source),
        flag: name("flags", "f1"),
        due_day: String::new(),
    }
}

/// A play asks for a visit.
pub(crate) async fn ask(company: &Company, team: &str, source: &str) -> Result<Visit, Status> {
    Ok(company.visits().request_visit(request(team, source)).await?.into_inner())
}

#[tokio::test]
async fn the_champions_of_the_team_are_asked_once_and_nobody_is_told_where_there_is_none() {
    let company = company().await;
    company.with_champion().await;
    let visit = ask(&company, "west", "i1").await.unwrap();
    assert_eq!((visit.asked, visit.due_day.as_str()), (1, "2026-03-16"));
    assert_eq!(ask(&company, "west", "i1").await.unwrap().name, visit.name);
    let none = ask(&company, "north", "i1").await.unwrap();
    assert_eq!(none.asked, 0);
    let told = company.told::<VisitRequested>().await;
    let told: Vec<_> = told.into_iter().map(|e| e.champions).collect();
    assert_eq!(told, [vec![name("people", "w2")]], "whoever asks sees that nobody was, and gives HR a task");
}

#[tokio::test]
async fn only_services_ask_and_the_team_must_be_there() {
    let company = company().await;
    assert_eq!(fields(&ask(&company, "nowhere", "i1").await.unwrap_err()), ["team"]);
    let bad = RequestVisitRequest { parent: parent(), due_day: "soon".into(), ..Default::default() };
    let error = company.visits().request_visit(bad).await.unwrap_err();
    assert_eq!(fields(&error), ["team", "reason", "source", "due_day"]);
    let denied =
        VisitServiceClient::new(company.hr()).request_visit(request("west", "i1")).await.unwrap_err();
    assert_eq!(denied.code(), Code::PermissionDenied);
}
