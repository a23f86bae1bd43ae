//! `GetTeamTrainingFacts`.

use proto::training::v1::{Course, GetTeamTrainingFactsRequest, RequestHelpRequest, TeamTrainingFacts};
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
