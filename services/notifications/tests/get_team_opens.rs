//! `GetTeamOpens`.

use std::time::Duration;

use proto::{
    notifications::v1::{
        GetTeamOpensRequest, MarkReadRequest, TeamOpens,
        message_evidence_service_client::MessageEvidenceServiceClient,
    },
    training::v1::EnrollmentAssigned,
};
use tonic::{Code, Status};

use crate::support::{Office, assigned, fields, name, office, parent, person};

fn request() -> GetTeamOpensRequest {
    GetTeamOpensRequest {
        parent: parent(),
        teams: vec![name("teams", "company")],
        first_day: "2026-02-20".into(),
        last_day: "2026-03-10".into(),
        application: name("applications", "crm"),
    }
}

async fn ask(office: &Office, request: GetTeamOpensRequest) -> Result<TeamOpens, Status> {
    let mut client = MessageEvidenceServiceClient::new(office.harness.as_service("adoption"));
    client.get_team_opens(request).await.map(tonic::Response::into_inner)
}

async fn tell(office: &Office, people: &[&str]) {
    for id in people {
        office.enter(person(id, proto::localization::v1::Language::Unspecified, &[])).await;
        office.harness.deliver(&assigned(id, "CRM")).await;
    }
}

#[tokio::test]
async fn opened_messages_are_counted_from_five_people_on() {
    let office = office().await;
    tell(&office, &["p1", "p2", "p3", "p4"]).await;
    assert_eq!(ask(&office, request()).await.unwrap(), TeamOpens::default(), "four people");
    tell(&office, &["p5"]).await;
    let first = office.inbox("p1").await.remove(0);
    office.inbox_of("p1").mark_read(MarkReadRequest { name: first.name }).await.unwrap();
    let told = ask(&office, request()).await.unwrap();
    assert_eq!(told, TeamOpens { people: 5, messages: 5, opened: 1 });
}

#[tokio::test]
async fn only_messages_about_the_application_count() {
    let office = office().await;
    tell(&office, &["p1", "p2", "p3", "p4", "p5"]).await;
    for id in ["p1", "p2", "p3", "p4", "p5"] {
        let about = |application: String| EnrollmentAssigned { application, ..assigned(id, "Other") };
        office.harness.deliver(&about(name("applications", "desk"))).await;
        office.harness.deliver(&about(String::new())).await;
    }
    let of = |application: &str| GetTeamOpensRequest {
        application: name("applications", application),
        ..request()
    };
    assert_eq!(ask(&office, of("crm")).await.unwrap().messages, 5);
    assert_eq!(ask(&office, of("desk")).await.unwrap().messages, 5);
    assert_eq!(ask(&office, of("erp")).await.unwrap(), TeamOpens::default());
}

#[tokio::test]
async fn what_came_yesterday_or_today_had_no_time_to_be_opened() {
    let office = office().await;
    office.after(Duration::from_hours(24)).await;
    tell(&office, &["p1", "p2", "p3", "p4", "p5"]).await;
    let asked = |day: &str| GetTeamOpensRequest { last_day: day.into(), ..request() };
    assert_eq!(ask(&office, asked("2026-03-04")).await.unwrap(), TeamOpens::default());
    assert_eq!(ask(&office, asked("2026-03-05")).await.unwrap().people, 5);
}

#[tokio::test]
async fn every_mistake_is_told() {
    let office = office().await;
    let wrong = GetTeamOpensRequest {
        teams: vec!["sales".into()],
        first_day: "2026-03-10".into(),
        last_day: "2026-02-20".into(),
        application: "crm".into(),
        ..request()
    };
    assert_eq!(fields(&ask(&office, wrong).await.unwrap_err()), ["teams[0]", "application", "last_day"]);
    let mut person = MessageEvidenceServiceClient::new(office.harness.as_person("sara", &[]));
    assert_eq!(person.get_team_opens(request()).await.unwrap_err().code(), Code::PermissionDenied);
}
