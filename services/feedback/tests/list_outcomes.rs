use proto::feedback::v1::{CompleteTaskRequest, ListOutcomesRequest, OutcomeKind};

use crate::support::{
    committees::{committee, decision, task},
    fields, parent,
};

fn request() -> ListOutcomesRequest {
    ListOutcomesRequest { parent: parent(), ..Default::default() }
}

#[tokio::test]
async fn one_sees_what_concerns_one_and_own_tasks() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    c.leave(&meeting, decision("Less is more.", &[])).await;
    let mine = c.leave(&meeting, task("s4", "2026-03-20")).await;
    c.leave(&meeting, task("w2", "2026-03-21")).await;
    let count = |who: &'static str, request: ListOutcomesRequest| {
        let mut client = c.outcomes(who);
        async move { client.list_outcomes(request).await.unwrap().into_inner().outcomes.len() }
    };
    assert_eq!(
        (count("s1", request()).await, count("boss", request()).await, count("s5", request()).await),
        (3, 3, 0)
    );
    assert_eq!(count("s4", request()).await, 1, "the owner of a task, who was not there");
    let tasks = ListOutcomesRequest { kind: OutcomeKind::Task.into(), ..request() };
    assert_eq!(count("w2", tasks).await, 2);
    let own = ListOutcomesRequest { mine: true, open_only: true, ..request() };
    assert_eq!((count("w2", own.clone()).await, count("s4", own.clone()).await), (1, 1));
    let done = CompleteTaskRequest { name: mine.name, follow_up: String::new() };
    c.outcomes("s4").complete_task(done).await.unwrap();
    assert_eq!(count("s4", own).await, 0);
    let of = ListOutcomesRequest { meeting: meeting.name.clone(), page_size: 2, ..request() };
    let page = c.outcomes("w1").list_outcomes(of.clone()).await.unwrap().into_inner();
    assert_eq!(page.outcomes[0].due_day, "2026-03-21", "newest first");
    let rest = ListOutcomesRequest { page_token: page.next_page_token, ..of };
    assert_eq!(count("w1", rest).await, 1);
    let wrong = ListOutcomesRequest { kind: 9, meeting: "x".into(), ..request() };
    assert_eq!(fields(&c.outcomes("w1").list_outcomes(wrong).await.unwrap_err()), ["meeting", "kind"]);
}
