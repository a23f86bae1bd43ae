use proto::feedback::v1::{CompleteTaskRequest, OutcomeTaskAssigned, UpdateTaskRequest};
use tonic::Code;

use crate::support::{
    committees::{committee, decision, task},
    fields, name, reason,
};

#[tokio::test]
async fn a_task_passes_on_and_its_new_owner_hears_of_it() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let made = c.leave(&meeting, task("s4", "2026-03-20")).await;
    let change = |owner: &str, due_day: &str| UpdateTaskRequest {
        name: made.name.clone(),
        owner: if owner.is_empty() { String::new() } else { name("people", owner) },
        due_day: due_day.into(),
    };
    let later = c.outcomes("e1").update_task(change("", "2026-03-25")).await.unwrap().into_inner();
    assert_eq!((later.owner_display_name.as_str(), later.due_day.as_str()), ("S4", "2026-03-25"));
    assert_eq!(c.company.heard::<OutcomeTaskAssigned>().await.len(), 1);
    let passed = c.outcomes("w1").update_task(change("w3", "")).await.unwrap().into_inner();
    assert_eq!((passed.owner_display_name.as_str(), passed.due_day.as_str()), ("W3", "2026-03-25"));
    let told = c.company.heard::<OutcomeTaskAssigned>().await;
    assert_eq!((told.len(), told[1].owner.as_str()), (2, name("people", "w3").as_str()));
    let owner = c.outcomes("w3").update_task(change("", "2027-01-01")).await.unwrap_err();
    assert_eq!(owner.code(), Code::PermissionDenied, "nobody puts the own task off");
    let wrong = c.outcomes("w1").update_task(change("ghost", "2026-03-01")).await.unwrap_err();
    assert_eq!(fields(&wrong), ["owner", "due_day"]);
    let done = CompleteTaskRequest { name: made.name.clone(), follow_up: String::new() };
    c.outcomes("w1").complete_task(done).await.unwrap();
    assert_eq!(reason(&c.outcomes("w1").update_task(change("s4", "")).await.unwrap_err()), "TASK_DONE");
    let other = c.leave(&meeting, decision("Less is more.", &[])).await;
    let request = UpdateTaskRequest { name: other.name, ..change("s4", "") };
    assert_eq!(reason(&c.outcomes("w1").update_task(request).await.unwrap_err()), "NOT_A_TASK");
}
