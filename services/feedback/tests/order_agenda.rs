use proto::feedback::v1::OrderAgendaRequest;
use tonic::Code;

use crate::support::{committees::committee, fields, violations};

#[tokio::test]
async fn the_chair_says_what_comes_first() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let (a, b) = (c.item(&meeting, "w2", "A", 5).await.name, c.item(&meeting, "w2", "B", 5).await.name);
    let order = |agenda_items: Vec<String>| OrderAgendaRequest { parent: meeting.name.clone(), agenda_items };
    let turned = c.agenda("w1").order_agenda(order(vec![b.clone(), a.clone()])).await.unwrap().into_inner();
    let names: Vec<(String, i32)> = turned.agenda_items.into_iter().map(|i| (i.name, i.place)).collect();
    assert_eq!(names, [(b.clone(), 1), (a.clone(), 2)]);
    let member = c.agenda("w2").order_agenda(order(vec![a.clone(), b.clone()])).await.unwrap_err();
    assert_eq!(member.code(), Code::PermissionDenied);
    let missing = c.agenda("w1").order_agenda(order(vec![a.clone()])).await.unwrap_err();
    assert_eq!(violations(&missing), [("agenda_items".into(), "TOO_FEW".into())]);
    let other = format!("{}/agendaItems/none", meeting.name);
    let wrong = c.agenda("w1").order_agenda(order(vec![a.clone(), a, other])).await.unwrap_err();
    assert_eq!(fields(&wrong), ["agenda_items[1]", "agenda_items[2]"]);
}
