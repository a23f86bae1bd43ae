//! Events: nothing lost, nothing doubled.

use std::{sync::atomic::Ordering, time::Duration};

use kit::{
    module::Module,
    testing::{ORGANIZATION, World},
};
use proto::imports::v1::ImportCount;

use crate::support::Counter;

fn event(kind: &str) -> ImportCount {
    ImportCount { kind: kind.into(), created: 1, ..ImportCount::default() }
}

#[tokio::test]
async fn a_committed_event_arrives_once_and_an_undone_one_never() {
    let world = World::new().await;
    let counter = Counter::open(&world.context).await;
    let h = world.serve(vec![counter.clone()]);
    let outbox = world.context.outbox();

    let tx = counter.db().begin().await.unwrap();
    outbox.add(&tx, ORGANIZATION, &event("kept")).await.unwrap();
    tx.commit().await.unwrap();
    let tx = counter.db().begin().await.unwrap();
    outbox.add(&tx, ORGANIZATION, &event("undone")).await.unwrap();
    tx.rollback().await.unwrap();

    h.settle().await;
    h.settle().await;
    assert_eq!(counter.count("kept").await, 1);
    assert_eq!(counter.count("undone").await, 0);
    assert!(h.published::<ImportCount>().await.is_empty(), "what was delivered leaves the outbox");
}

#[tokio::test]
async fn the_same_event_five_times_has_one_effect() {
    let world = World::new().await;
    let counter = Counter::open(&world.context).await;
    let h = world.serve(vec![counter.clone()]);
    for _ in 0..5 {
        h.deliver_as("e1", &event("again")).await.unwrap();
    }
    h.deliver_as("e2", &event("again")).await.unwrap();
    assert_eq!(counter.count("again").await, 2);
}

#[tokio::test]
async fn a_consumer_that_fails_holds_nobody_up_and_gets_its_event_again() {
    let world = World::new().await;
    let counter = Counter::open(&world.context).await;
    let h = world.serve(vec![counter.clone()]);
    counter.broken.store(true, Ordering::SeqCst);

    let tx = counter.db().begin().await.unwrap();
    let outbox = world.context.outbox();
    for kind in ["before", "poison", "after"] {
        outbox.add(&tx, ORGANIZATION, &event(kind)).await.unwrap();
    }
    tx.commit().await.unwrap();
    h.settle().await;
    assert_eq!(counter.count("before").await, 1);
    assert_eq!(counter.count("after").await, 1);
    assert_eq!(counter.count("poison").await, 0, "a failed consumer leaves nothing behind");

    counter.broken.store(false, Ordering::SeqCst);
    h.clock.advance(Duration::from_secs(2));
    h.settle().await;
    assert_eq!(counter.count("poison").await, 1);
    assert_eq!(counter.count("before").await, 1);
}
