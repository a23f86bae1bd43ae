use proto::feedback::v1::{CompleteTaskRequest, ListOutcomesRequest, OutcomeTaskOverdue};

use crate::support::{
    committees::{committee, task},
    name, parent,
};

#[tokio::test]
async fn an_owner_is_reminded_the_day_after_and_then_weekly() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1"]).await;
    let late = c.leave(&meeting, task("s4", "2026-03-04")).await;
    let done = c.leave(&meeting, task("w3", "2026-03-04")).await;
    let finish = CompleteTaskRequest { name: done.name, follow_up: String::new() };
    c.outcomes("w3").complete_task(finish).await.unwrap();
    let reminders = async |hours: u64| {
        c.company.hours_pass(hours).await;
        c.company.heard::<OutcomeTaskOverdue>().await.len()
    };
    assert_eq!(reminders(24).await, 0, "its own day, the 4th");
    assert_eq!(reminders(24).await, 1, "the day after");
    assert_eq!(reminders(24 * 6).await, 1, "not again within a week");
    assert_eq!(reminders(24).await, 2);
    let told = c.company.heard::<OutcomeTaskOverdue>().await;
    assert_eq!(
        (told[0].owner.as_str(), told[0].due_day.as_str()),
        (name("people", "s4").as_str(), "2026-03-04")
    );
    let ask = ListOutcomesRequest { parent: parent(), open_only: true, ..Default::default() };
    let seen = c.outcomes("w1").list_outcomes(ask).await.unwrap().into_inner().outcomes;
    assert_eq!((seen.len(), seen[0].name.as_str(), seen[0].overdue), (1, late.name.as_str(), true));
}
