use proto::feedback::v1::{CompleteTaskRequest, OutcomeTaskState, ReopenTaskRequest};
use tonic::Code;

use crate::support::committees::{committee, task};

#[tokio::test]
async fn what_was_not_done_after_all_waits_again() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1"]).await;
    let made = c.leave(&meeting, task("s4", "2026-03-20")).await;
    let done = CompleteTaskRequest { name: made.name.clone(), follow_up: "Done.".into() };
    c.outcomes("s4").complete_task(done).await.unwrap();
    let reopen = ReopenTaskRequest { name: made.name };
    assert_eq!(
        c.outcomes("s4").reopen_task(reopen.clone()).await.unwrap_err().code(),
        Code::PermissionDenied
    );
    for _ in 0..2 {
        let seen = c.outcomes("e1").reopen_task(reopen.clone()).await.unwrap().into_inner();
        assert_eq!((seen.task_state(), seen.done_time), (OutcomeTaskState::Open, None));
    }
}
