use proto::feedback::v1::{CompleteTaskRequest, OutcomeTaskState};
use tonic::Code;

use crate::support::{
    committees::{committee, decision, task},
    fields, reason,
};

#[tokio::test]
async fn its_owner_says_what_came_of_it() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let made = c.leave(&meeting, task("s4", "2026-03-20")).await;
    let done = |words: &str| CompleteTaskRequest { name: made.name.clone(), follow_up: words.into() };
    assert_eq!(c.outcomes("w2").complete_task(done("")).await.unwrap_err().code(), Code::PermissionDenied);
    assert_eq!(c.outcomes("s5").complete_task(done("")).await.unwrap_err().code(), Code::NotFound);
    let long = done(&"x".repeat(1_001));
    assert_eq!(fields(&c.outcomes("s4").complete_task(long).await.unwrap_err()), ["follow_up"]);
    let seen = c.outcomes("s4").complete_task(done("IT does it in May.")).await.unwrap().into_inner();
    assert_eq!((seen.task_state(), seen.follow_up.as_str()), (OutcomeTaskState::Done, "IT does it in May."));
    let again = c.outcomes("w1").complete_task(done("other words")).await.unwrap().into_inner();
    assert_eq!(again, seen, "again changes nothing");
    let decided = c.leave(&meeting, decision("Less is more.", &[])).await;
    let wrong = CompleteTaskRequest { name: decided.name, follow_up: String::new() };
    assert_eq!(reason(&c.outcomes("w1").complete_task(wrong).await.unwrap_err()), "NOT_A_TASK");
}
