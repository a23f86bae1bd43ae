use proto::feedback::v1::ListAgendaItemsRequest;
use tonic::Code;

use crate::support::committees::committee;

#[tokio::test]
async fn the_agenda_comes_in_its_order_to_those_concerned() {
    let c = committee().await;
    let meeting = c.meeting().await;
    for (who, title) in [("w2", "One"), ("e2", "Two"), ("hana", "Three")] {
        c.item(&meeting, who, title, 5).await;
    }
    let ask = ListAgendaItemsRequest { parent: meeting.name.clone() };
    let seen = c.agenda("s1").list_agenda_items(ask.clone()).await.unwrap().into_inner().agenda_items;
    let seen: Vec<(i32, String, &str)> = seen
        .iter()
        .map(|i| (i.place, i.title.as_ref().unwrap().en.clone(), i.adder_display_name.as_str()))
        .collect();
    assert_eq!(seen, [(1, "One".into(), "W2"), (2, "Two".into(), "E2"), (3, "Three".into(), "HANA")]);
    assert_eq!(c.agenda("s5").list_agenda_items(ask).await.unwrap_err().code(), Code::NotFound);
}
