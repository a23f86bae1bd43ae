use proto::feedback::v1::{
    AgendaSource, ListAgendaSuggestionsRequest, SuggestAgendaItemRequest,
    meeting_service_client::MeetingServiceClient,
};
use tonic::Code;

use crate::support::{
    committees::{committee, en},
    fields, name, parent,
};

fn request(team: &str) -> SuggestAgendaItemRequest {
    SuggestAgendaItemRequest {
        parent: parent(),
        team: name("teams", team),
        application: name("applications", "crm"),
        title: en("Why does WEST not want it?"),
        description: en("The barrier is willingness."),
        flag: name("flags", "f1"),
        key: "intervention-1".into(),
    }
}

#[tokio::test]
async fn a_play_reaches_the_committees_that_its_team_concerns_and_once() {
    let c = committee().await;
    let mut adoption = MeetingServiceClient::new(c.company.harness.as_service("adoption"));
    for _ in 0..2 {
        let asked = adoption.suggest_agenda_item(request("west")).await.unwrap().into_inner();
        assert_eq!(asked.committees, std::slice::from_ref(&c.committee.name), "west is below sales");
    }
    let elsewhere = adoption.suggest_agenda_item(request("support")).await.unwrap().into_inner();
    assert!(elsewhere.committees.is_empty());
    let other = SuggestAgendaItemRequest { application: name("applications", "erp"), ..request("west") };
    assert!(adoption.suggest_agenda_item(other).await.unwrap().into_inner().committees.is_empty());
    let meeting = c.meeting().await;
    let ask = ListAgendaSuggestionsRequest { parent: meeting.name };
    let seen = c.agenda("w2").list_agenda_suggestions(ask).await.unwrap().into_inner().suggestions;
    assert_eq!(seen.len(), 1);
    assert_eq!((seen[0].source(), seen[0].flag.as_str()), (AgendaSource::Play, name("flags", "f1").as_str()));
    assert_eq!(seen[0].title.as_ref().unwrap().en, "Why does WEST not want it?");
}

#[tokio::test]
async fn only_services_suggest_and_every_mistake_is_told() {
    let c = committee().await;
    let refused = c.meetings("hana").suggest_agenda_item(request("west")).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
    let mut adoption = MeetingServiceClient::new(c.company.harness.as_service("adoption"));
    let bad = SuggestAgendaItemRequest { parent: parent(), application: "crm".into(), ..Default::default() };
    let refused = adoption.suggest_agenda_item(bad).await.unwrap_err();
    assert_eq!(fields(&refused), ["team", "application", "title", "key"]);
}
