//! `GetTeamTrainingFacts`.

use proto::{
    identity::v1 as identity,
    training::v1::{Course, GetTeamTrainingFactsRequest, RequestHelpRequest, TeamTrainingFacts},
};
use tonic::Code;

use crate::support::{
    Company,
    build::{self, all_of, position},
    company, fields, name,
};

async fn facts(company: &Company, request: GetTeamTrainingFactsRequest) -> TeamTrainingFacts {
    let request = GetTeamTrainingFactsRequest { application: name("applications", "crm"), ..request };
    company.evidence().get_team_training_facts(request).await.unwrap().into_inner()
}

#[tokio::test]
async fn it_knows_who_is_trained_invited_and_asked_for_help() {
    let company = company().await;
    let course = Course { application: name("applications", "crm"), ..build::course("CRM") };
    let course = company.course(course).await;
    company.assign(&course, all_of([position("seller")])).await;
    company.complete("w1").await;
    company.complete("w2").await;
    for (person, question) in [("w3", "How?"), ("w3", "Where?"), ("e1", "Why?")] {
        let name = company.enrollments(person).await[0].name.clone();
        let ask = RequestHelpRequest { name, question: question.into(), ..Default::default() };
        company.help(person).request_help(ask).await.unwrap();
    }
    let west = GetTeamTrainingFactsRequest { team: name("teams", "west"), ..Default::default() };
    let now = facts(&company, west.clone()).await;
    let expected = TeamTrainingFacts {
        people: 6,
        courses: 1,
        trained: 2,
        invited: 0,
        enrolled: 0,
        help_requests: 2,
        peer_people: 3,
        peer_help_requests: 1,
    };
    assert_eq!(now, expected, "nobody was invited two weeks ago");

    company.days_pass(14).await;
    let later = facts(&company, west.clone()).await;
    assert_eq!(later, TeamTrainingFacts { invited: 6, enrolled: 2, ..expected });
    company.days_pass(20).await;
    assert_eq!(facts(&company, west.clone()).await.help_requests, 0, "28 days are over");
    let back_then = GetTeamTrainingFactsRequest { day: "2026-03-20".into(), ..west };
    assert_eq!(facts(&company, back_then).await.help_requests, 2);

    let sales = GetTeamTrainingFactsRequest { team: name("teams", "sales"), ..Default::default() };
    let sales = facts(&company, sales).await;
    assert_eq!((sales.people, sales.peer_people), (9, 0), "the teams below count");
    let clerks = GetTeamTrainingFactsRequest {
        team: name("teams", "west"),
        position: name("positions", "clerk"),
        ..Default::default()
    };
    assert_eq!(facts(&company, clerks).await.people, 0);
}

#[tokio::test]
async fn peers_are_who_holds_the_position_elsewhere_on_the_day() {
    let company = company().await;
    let west = GetTeamTrainingFactsRequest { team: name("teams", "west"), ..Default::default() };
    assert_eq!(facts(&company, west.clone()).await.peer_people, 3);
    let e1 = || build::person("e1", "east", "seller");
    let until = |day: &str| identity::Person { revision: 2, employment_end_day: day.into(), ..e1() };
    company.hire(until("2026-03-03")).await;
    let on = |day: &str| GetTeamTrainingFactsRequest { day: day.into(), ..west.clone() };
    assert_eq!(facts(&company, on("2026-03-03")).await.peer_people, 3, "the last day counts");
    assert_eq!(facts(&company, on("2026-03-04")).await.peer_people, 2, "who has left does not");
    company.hire(identity::Person { revision: 3, ..build::person("e1", "east", "clerk") }).await;
    assert_eq!(facts(&company, west.clone()).await.peer_people, 2, "nor does another position");
    company.hire(identity::Person { revision: 4, ..build::person("e1", "west", "seller") }).await;
    let moved = facts(&company, west.clone()).await;
    assert_eq!((moved.people, moved.peer_people), (7, 2), "nor who is in the team");
}

#[tokio::test]
async fn unknown_teams_and_bad_days_are_told() {
    let company = company().await;
    let request = GetTeamTrainingFactsRequest {
        team: name("teams", "nothing"),
        application: name("applications", "crm"),
        ..Default::default()
    };
    let error = company.evidence().get_team_training_facts(request.clone()).await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
    let request = GetTeamTrainingFactsRequest { application: String::new(), day: "x".into(), ..request };
    let error = company.evidence().get_team_training_facts(request).await.unwrap_err();
    assert_eq!(fields(&error), ["application", "day"]);
}
