//! `ListTasks`

use proto::adoption::v1::{self as pb, intervention_service_client::InterventionServiceClient as Client};

use crate::support::{PARENT, Stage};

fn all() -> pb::ListTasksRequest {
    pb::ListTasksRequest { parent: PARENT.into(), ..Default::default() }
}

#[tokio::test]
async fn hr_sees_all_tasks_and_a_champion_the_own_ones() {
    let stage = Stage::evaluated().await;
    stage.play_with_tasks("unclear").await;
    stage.confirm(pb::Barrier::Unclear).await;
    let list = Client::new(stage.hr()).list_tasks(all()).await.unwrap().into_inner().tasks;
    let due: Vec<_> = list.iter().map(|t| (t.assignee(), t.due_day.as_str())).collect();
    assert_eq!(due, [(pb::TaskAssignee::Champion, "2026-03-09"), (pb::TaskAssignee::Hr, "2026-03-16")]);
    let list = Client::new(stage.champion("west")).list_tasks(all()).await.unwrap().into_inner().tasks;
    assert_eq!(list.iter().map(pb::Task::assignee).collect::<Vec<_>>(), [pb::TaskAssignee::Champion]);
    assert_eq!(list[0].team_display_name, "Team w0");
    let list = Client::new(stage.champion("south")).list_tasks(all()).await.unwrap().into_inner().tasks;
    assert!(list.is_empty());
}

#[tokio::test]
async fn pages_hold_every_task_once_and_done_ones_only_when_asked_for() {
    let stage = Stage::evaluated().await;
    stage.play_with_tasks("unclear").await;
    stage.confirm(pb::Barrier::Unclear).await;
    let mut client = Client::new(stage.hr());
    let first = client.list_tasks(pb::ListTasksRequest { page_size: 1, ..all() }).await.unwrap().into_inner();
    let request = pb::ListTasksRequest { page_size: 1, page_token: first.next_page_token, ..all() };
    let second = client.list_tasks(request).await.unwrap().into_inner();
    assert_ne!(first.tasks[0].name, second.tasks[0].name);
    assert_eq!(second.next_page_token, "");
    let done = pb::CompleteTaskRequest { name: first.tasks[0].name.clone(), ..Default::default() };
    client.complete_task(done).await.unwrap();
    assert_eq!(client.list_tasks(all()).await.unwrap().into_inner().tasks.len(), 1);
    let with_done = pb::ListTasksRequest { show_done: true, ..all() };
    assert_eq!(client.list_tasks(with_done).await.unwrap().into_inner().tasks.len(), 2);
}
