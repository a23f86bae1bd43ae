use proto::feedback::v1::{AgendaItem, AgendaSource, CreateAgendaItemRequest, Meeting, MeetingInvited};
use tonic::Code;

use crate::{
    get_composition::flag,
    support::{
        committees::{committee, en},
        fields, name, reason,
    },
};

fn request(meeting: &Meeting, item: AgendaItem) -> CreateAgendaItemRequest {
    CreateAgendaItemRequest {
        parent: meeting.name.clone(),
        agenda_item: Some(item),
        request_id: String::new(),
    }
}

#[tokio::test]
async fn a_presenter_from_outside_is_invited_as_a_guest() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let item = AgendaItem { title: en("The export"), presenter: name("people", "s2"), ..Default::default() };
    let made = c.agenda("w2").create_agenda_item(request(&meeting, item)).await.unwrap().into_inner();
    assert_eq!(
        (made.presenter_display_name.as_str(), made.duration_minutes, made.source()),
        ("S2", 10, AgendaSource::Member)
    );
    let invited = c.company.heard::<MeetingInvited>().await;
    assert_eq!(invited.len(), 7);
    assert_eq!(invited[6].entry.as_ref().unwrap().person, name("people", "s2"));
}

#[tokio::test]
async fn a_suggestion_brings_what_it_is_about_and_is_taken_once() {
    let c = committee().await;
    *c.adoption.flags.lock().unwrap() = vec![flag("f1", "east")];
    let meeting = c.meeting().await;
    let item = AgendaItem { suggestion: "flag-f1".into(), duration_minutes: 25, ..Default::default() };
    let made = c.agenda("w2").create_agenda_item(request(&meeting, item.clone())).await.unwrap().into_inner();
    assert_eq!(
        (made.source(), made.flag.as_str(), made.duration_minutes),
        (AgendaSource::Flag, name("flags", "f1").as_str(), 25)
    );
    assert_eq!(made.title.unwrap().en, "Low use: EAST");
    let again = c.agenda("e2").create_agenda_item(request(&meeting, item)).await.unwrap_err();
    assert_eq!(reason(&again), "ALREADY_ON_THE_AGENDA");
    let unknown = AgendaItem { suggestion: "flag-f9".into(), title: en("x"), ..Default::default() };
    let refused = c.agenda("w2").create_agenda_item(request(&meeting, unknown)).await.unwrap_err();
    assert_eq!(fields(&refused), ["agenda_item.suggestion"]);
}

#[tokio::test]
async fn every_mistake_is_told_at_once() {
    let c = committee().await;
    let known = c.company.propose("w5", "Faster search").await;
    let meeting = c.meeting().await;
    let bad = AgendaItem {
        title: en(&"x".repeat(201)),
        presenter: name("people", "ghost"),
        duration_minutes: 241,
        proposals: vec![known.name.clone(), known.name, name("proposals", "none"), "x".into()],
        ..Default::default()
    };
    let refused = c.agenda("w2").create_agenda_item(request(&meeting, bad)).await.unwrap_err();
    assert_eq!(
        fields(&refused),
        [
            "agenda_item.title.en",
            "agenda_item.presenter",
            "agenda_item.duration_minutes",
            "agenda_item.proposals[3]",
            "agenda_item.proposals[1]",
            "agenda_item.proposals[2]",
        ]
    );
}

#[tokio::test]
async fn guests_and_sponsors_add_nothing_and_nobody_afterwards() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1"]).await;
    let item = AgendaItem { title: en("x"), ..Default::default() };
    let refused = c.agenda("boss").create_agenda_item(request(&meeting, item.clone())).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
    c.item(&meeting, "w2", "While we are here", 5).await;
    c.close(&meeting).await;
    let late = c.agenda("w2").create_agenda_item(request(&meeting, item)).await.unwrap_err();
    assert_eq!(reason(&late), "MEETING_OVER");
}
