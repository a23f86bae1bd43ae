//! `ListPlaybooks`

use proto::adoption::v1::{self as pb, playbook_service_client::PlaybookServiceClient as Client};

use crate::support::{PARENT, Stage};

#[tokio::test]
async fn every_barrier_has_a_playbook_from_the_start() {
    let stage = Stage::empty().await;
    let request = pb::ListPlaybooksRequest { parent: PARENT.into() };
    let list =
        Client::new(stage.champion("west")).list_playbooks(request).await.unwrap().into_inner().playbooks;
    let barriers: Vec<_> = list.iter().map(pb::Playbook::barrier).collect();
    assert_eq!(
        barriers,
        [
            pb::Barrier::Tool,
            pb::Barrier::Reinforcement,
            pb::Barrier::Awareness,
            pb::Barrier::Willingness,
            pb::Barrier::Knowledge,
            pb::Barrier::Ability,
            pb::Barrier::Unclear
        ]
    );
    assert_eq!(list[4].name, format!("{PARENT}/playbooks/knowledge"));
    assert!(list.iter().all(|p| !p.steps.is_empty() && p.update_time.is_none()));
    assert!(list.iter().all(|p| !p.summary.as_ref().unwrap().ar.is_empty()));
}
