//! Counts come in any order, more than once, late and in parts: the state is the same.

use proptest::{prelude::*, sample::Index, strategy::ValueTree, test_runner::TestRunner};
use proto::{
    adoption::v1::{self as pb, team_adoption_service_client::TeamAdoptionServiceClient},
    telemetry::v1::TeamDaysCounted,
};

use crate::support::{CRM, DAYS, PARENT, Stage, counted, rows};

async fn statuses(stage: &Stage) -> Vec<pb::TeamStatus> {
    let request =
        pb::ListTeamStatusesRequest { parent: PARENT.into(), application: CRM.into(), ..Default::default() };
    let answer = TeamAdoptionServiceClient::new(stage.hr()).list_team_statuses(request).await;
    answer.expect("statuses").into_inner().statuses
}

/// Each day in two parts, the second part restated once.
fn events() -> Vec<TeamDaysCounted> {
    let rows = rows(1);
    let mut wrong = rows.clone();
    wrong[3].3 = 0;
    let mut events = Vec::new();
    for day in 0..DAYS {
        events.push(counted(day, &rows[..5], 2));
        events.push(counted(day, &rows[5..], 1));
        if day % 7 == 0 {
            events.push(counted(day, &wrong[..5], 1));
        }
    }
    events
}

#[tokio::test(flavor = "multi_thread")]
async fn order_and_repetition_of_events_do_not_matter() {
    let straight = Stage::empty().await;
    for event in events() {
        straight.harness.deliver(&event).await;
    }
    straight.harness.settle().await;
    let expected = statuses(&straight).await;
    assert!(expected.iter().any(|s| s.state() == pb::FlagState::Flagged));

    let mut runner =
        TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() });
    let schedule = (
        Just((0..events().len()).collect::<Vec<_>>()).prop_shuffle(),
        prop::collection::vec(any::<Index>(), 0..20),
        prop::collection::vec(any::<Index>(), 0..4),
    );
    for _ in 0..4 {
        let (order, again, pauses) = schedule.new_tree(&mut runner).expect("a schedule").current();
        let events = events();
        let stage = Stage::empty().await;
        for (number, &event) in order.iter().enumerate() {
            stage.harness.deliver(&events[event]).await;
            // Evaluated in between, too early.
            if pauses.iter().any(|p| p.index(order.len()) == number) {
                stage.harness.settle().await;
            }
        }
        for index in again {
            stage.harness.deliver(&events[index.index(events.len())]).await;
        }
        stage.harness.settle().await;
        assert_eq!(rates(&statuses(&stage).await), rates(&expected));
    }
}

/// What the counts alone decide: a flag that was raised too early, on counts that were not whole, has another number.
fn rates(statuses: &[pb::TeamStatus]) -> Vec<pb::TeamStatus> {
    statuses.iter().map(|s| pb::TeamStatus { flag: String::new(), ..s.clone() }).collect()
}

#[tokio::test]
async fn the_same_event_twice_is_taken_once() {
    let stage = Stage::empty().await;
    for day in 0..DAYS {
        let event = counted(day, &rows(1), 1);
        stage.harness.deliver_as(&format!("event-{day}"), &event).await.expect("taken");
        stage.harness.deliver_as(&format!("event-{day}"), &event).await.expect("taken again");
    }
    stage.harness.settle().await;
    assert_eq!(stage.flags().await.len(), 1);
}

#[tokio::test]
async fn late_counts_that_explain_it_take_the_flag_back() {
    let stage = Stage::evaluated().await;
    assert_eq!(stage.flags().await.len(), 1);
    for day in 0..DAYS {
        stage.harness.deliver(&counted(day, &[("w0".into(), "sales", 8, 4)], 2)).await;
    }
    stage.harness.settle().await;
    assert!(stage.flags().await.is_empty());
    let told = stage.told::<pb::FlagCleared>().await;
    assert_eq!((told.len(), told[0].kind()), (1, pb::FlagEventKind::Withdrawn));
}

#[tokio::test]
async fn a_team_that_recovers_is_cleared_after_fourteen_calm_days() {
    let stage = Stage::evaluated().await;
    stage.count(DAYS..DAYS + 60, &rows(5)).await;
    stage.harness.settle().await;
    assert!(stage.flags().await.is_empty());
    let told = stage.told::<pb::FlagCleared>().await;
    assert_eq!((told.len(), told[0].kind()), (1, pb::FlagEventKind::Cleared));
}

#[tokio::test]
async fn history_of_years_is_evaluated_day_by_day_and_only_what_is_open_is_told() {
    let stage = Stage::empty().await;
    stage.neighbours.answer_untrained();
    // Low in the first spring, fine ever since, for more days than one transaction takes.
    stage.count(0..DAYS, &rows(1)).await;
    stage.count(DAYS..DAYS + 140, &rows(5)).await;
    stage.harness.settle().await;
    assert!(stage.flags().await.is_empty());
    assert!(stage.told::<pb::FlagRaised>().await.is_empty());
    assert!(stage.told::<pb::FlagCleared>().await.is_empty());
}
