use prost_types::FieldMask;
use proto::feedback::v1::{AgendaItem, UpdateAgendaItemRequest};
use tonic::Code;

use crate::support::{
    committees::{committee, en},
    fields, reason,
};

fn change(item: AgendaItem, paths: &[&str]) -> UpdateAgendaItemRequest {
    let paths = paths.iter().map(|p| (*p).to_owned()).collect();
    UpdateAgendaItemRequest { agenda_item: Some(item), update_mask: Some(FieldMask { paths }) }
}

#[tokio::test]
async fn whoever_added_it_changes_it_and_who_prepares_the_meeting() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let item = c.item(&meeting, "w2", "Form", 10).await;
    let new = AgendaItem { title: en("Order form"), duration_minutes: 30, ..item };
    let changed =
        c.agenda("w2").update_agenda_item(change(new.clone(), &["title"])).await.unwrap().into_inner();
    assert_eq!((changed.title.as_ref().unwrap().en.as_str(), changed.duration_minutes), ("Order form", 10));
    assert!(c.agenda("e1").update_agenda_item(change(new.clone(), &[])).await.is_ok());
    let refused = c.agenda("w3").update_agenda_item(change(new.clone(), &["title"])).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
    let unknown = c.agenda("w2").update_agenda_item(change(new, &["place"])).await.unwrap_err();
    assert_eq!(fields(&unknown), ["update_mask"]);
}

#[tokio::test]
async fn what_was_said_is_written_by_who_keeps_the_minutes_also_afterwards() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1"]).await;
    let item = c.item(&meeting, "w2", "Form", 10).await;
    let noted = AgendaItem { notes: "Everybody agrees.".into(), ..item.clone() };
    let own = c.agenda("w2").update_agenda_item(change(noted.clone(), &["notes"])).await.unwrap_err();
    assert_eq!(own.code(), Code::PermissionDenied);
    c.close(&meeting).await;
    let seen =
        c.agenda("e1").update_agenda_item(change(noted.clone(), &["notes"])).await.unwrap().into_inner();
    assert_eq!(seen.notes, "Everybody agrees.");
    let late = c.agenda("e1").update_agenda_item(change(noted, &["title"])).await.unwrap_err();
    assert_eq!(reason(&late), "MEETING_OVER");
    let long = AgendaItem { notes: "x".repeat(4_001), ..item };
    let refused = c.agenda("e1").update_agenda_item(change(long, &["notes"])).await.unwrap_err();
    assert_eq!(fields(&refused), ["agenda_item.notes"]);
}
