use proto::feedback::v1::{DeleteAgendaItemRequest, ListAgendaItemsRequest};
use tonic::Code;

use crate::support::{committees::committee, reason};

#[tokio::test]
async fn an_item_goes_before_the_meeting_and_not_later() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let mine = c.item(&meeting, "w2", "Mine", 10).await;
    let yours = c.item(&meeting, "e2", "Yours", 10).await;
    let delete = |name: &str| DeleteAgendaItemRequest { name: name.into() };
    let refused = c.agenda("w2").delete_agenda_item(delete(&yours.name)).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
    c.agenda("w2").delete_agenda_item(delete(&mine.name)).await.unwrap();
    let again = c.agenda("w2").delete_agenda_item(delete(&mine.name)).await.unwrap_err();
    assert_eq!(again.code(), Code::NotFound);
    let ask = ListAgendaItemsRequest { parent: meeting.name.clone() };
    assert_eq!(c.agenda("w2").list_agenda_items(ask).await.unwrap().into_inner().agenda_items.len(), 1);
    c.company.harness.clock.advance(std::time::Duration::from_hours(24));
    let open = proto::feedback::v1::OpenMeetingRequest { name: meeting.name };
    c.meetings("w1").open_meeting(open).await.unwrap();
    let late = c.agenda("w1").delete_agenda_item(delete(&yours.name)).await.unwrap_err();
    assert_eq!(reason(&late), "MEETING_OVER");
}
