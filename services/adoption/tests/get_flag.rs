//! `GetFlag`

use proto::adoption::v1::{self as pb, flag_service_client::FlagServiceClient as Client};
use tonic::Code;

use crate::support::{DAYS, PARENT, Stage, hours, rows};

fn get(name: &str) -> pb::GetFlagRequest {
    pb::GetFlagRequest { name: name.into() }
}

#[tokio::test]
async fn a_flag_has_its_facts_and_its_history() {
    let stage = Stage::evaluated().await;
    let name = stage.flag().await.name;
    let flag = Client::new(stage.hr()).get_flag(get(&name)).await.unwrap().into_inner();
    assert_eq!(flag.facts.len(), 18);
    assert!(flag.facts_time.is_some());
    let kinds: Vec<_> = flag.history.iter().map(pb::FlagEvent::kind).collect();
    assert_eq!(kinds, [pb::FlagEventKind::Raised, pb::FlagEventKind::Explained]);
    assert_eq!(flag.history[1].barrier(), pb::Barrier::Knowledge);
    let raised = stage.told::<pb::FlagRaised>().await;
    assert_eq!(raised.len(), 1);
    assert_eq!(
        (raised[0].flag.as_str(), raised[0].proposed_barrier(), raised[0].review_needed),
        (name.as_str(), pb::Barrier::Knowledge, true)
    );
    assert_eq!(raised[0].link, format!("/flags/{}", name.rsplit('/').next().unwrap()));
}

#[tokio::test]
async fn a_neighbour_that_does_not_answer_is_waited_for_an_hour_and_then_missing() {
    let stage = Stage::empty().await;
    stage.neighbours.answer_unavailable(true);
    stage.count(0..DAYS, &rows(1)).await;
    stage.harness.settle().await;
    assert_eq!(stage.flag().await.proposed_barrier(), pb::Barrier::Unspecified);
    assert!(stage.told::<pb::FlagRaised>().await.is_empty());
    stage.harness.clock.advance(hours(2));
    stage.harness.settle().await;
    assert_eq!(stage.flag().await.proposed_barrier(), pb::Barrier::Unclear);
    assert_eq!(stage.told::<pb::FlagRaised>().await.len(), 1);
    // A day later they answer, and the proposal follows.
    stage.neighbours.answer_unavailable(false);
    stage.neighbours.answer_untrained();
    stage.harness.clock.advance(hours(25));
    stage.harness.settle().await;
    assert_eq!(stage.flag().await.proposed_barrier(), pb::Barrier::Knowledge);
    assert_eq!(stage.told::<pb::FlagRaised>().await.len(), 1);
}

#[tokio::test]
async fn a_foreign_flag_looks_like_an_absent_one() {
    let stage = Stage::evaluated().await;
    let name = stage.flag().await.name;
    for client in [stage.champion("south"), stage.harness.as_stranger()] {
        let status = Client::new(client).get_flag(get(&name)).await.unwrap_err();
        assert_eq!(status.code(), Code::NotFound);
    }
    let status = Client::new(stage.hr()).get_flag(get(&format!("{PARENT}/flags/none"))).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
}

#[tokio::test]
async fn a_cause_stays_while_a_neighbour_is_away() {
    let stage = Stage::empty().await;
    stage.neighbours.answer_untrained();
    stage.count(0..DAYS, &rows(1)).await;
    stage.harness.settle().await;
    let found = stage.flag().await;
    assert_eq!(found.proposed_barrier(), pb::Barrier::Knowledge);
    stage.neighbours.answer_unavailable(true);
    stage.harness.clock.advance(hours(25));
    stage.harness.settle().await;
    assert_eq!(stage.flag().await.proposed_barrier(), pb::Barrier::Knowledge, "nobody said otherwise");
}
