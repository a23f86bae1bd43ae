//! The log of events: whatever happens in whatever order, each id is kept once, and what was done is counted right.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use kit::{
    db::{Db, Script},
    testing::World,
};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use telemetry::store::{
    event::{Event, EventHash, Seen, acts, fold, hash_of, log, merge},
    migration,
};

const TENANT: i64 = 1;
const APPLICATION: u32 = 2;
const DAY: i64 = 86_400_000_000;
const TODAY: i64 = 20_000 * DAY;
/// Events that make a log long, here.
const FOLD: u64 = 30;

/// What may happen.
#[derive(Debug, Clone)]
enum Step {
    /// One of two processes writes events, those that are new to it.
    Write {
        process: usize,
        events: Vec<u32>,
    },
    /// The same, and the transaction is undone.
    Undo {
        process: usize,
        events: Vec<u32>,
    },
    Fold,
    Merge,
    /// A process starts anew.
    Restart {
        process: usize,
    },
    /// Another application writes an event with the same id.
    Elsewhere {
        event: u32,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let events = || proptest::collection::vec(0_u32..400, 1..40);
    prop_oneof![
        8 => (0_usize..2, events()).prop_map(|(process, events)| Step::Write { process, events }),
        2 => (0_usize..2, events()).prop_map(|(process, events)| Step::Undo { process, events }),
        4 => Just(Step::Fold),
        3 => Just(Step::Merge),
        1 => (0_usize..2).prop_map(|process| Step::Restart { process }),
        1 => (0_u32..400).prop_map(|event| Step::Elsewhere { event }),
    ]
}

/// The event of a number: two days, five people, three features.
fn event(number: u32) -> Event {
    Event {
        hash: hash_of(&format!("event {number}")),
        subject: number % 5,
        feature: number % 3,
        at: TODAY + i64::from(number % 2) * DAY + i64::from(number),
    }
}

/// What the service's writer does with a batch: it decides on what it remembers, and once more where others wrote since.
async fn write(db: &Db, seen: &mut Seen, application: u32, events: &[Event], commit: bool) -> Vec<Event> {
    let hashes: Vec<EventHash> = events.iter().map(|e| e.hash).collect();
    loop {
        let mut kept = seen.kept(db.read(), TENANT, application, &hashes).await.unwrap();
        let new: Vec<Event> = events.iter().filter(|e| kept.insert(e.hash)).copied().collect();
        if new.is_empty() {
            return new;
        }
        let mut script = Script::default();
        let version = log::append(db, &mut script, (TENANT, application), seen.version(), &new, TODAY);
        let written = if commit {
            db.run(script).await
        } else {
            let tx = db.begin().await.unwrap();
            let written = script.run_in(&tx).await;
            tx.rollback().await.unwrap();
            written
        };
        if let Err(error) = written {
            let tx = db.begin().await.unwrap();
            let changed = seen.refresh(&tx, TENANT, application).await.unwrap();
            tx.rollback().await.unwrap();
            assert!(changed, "refused though nobody wrote: {error}");
            continue;
        }
        if commit {
            seen.keep(version, new.iter().map(|e| e.hash));
        }
        return new;
    }
}

async fn fold_now(db: &Db) {
    let tx = db.begin().await.unwrap();
    fold::fold(&tx, TENANT, APPLICATION).await.unwrap();
    tx.commit().await.unwrap();
}

/// What was done on both days, by day, person and feature: first, last, how often.
type Done = BTreeMap<(i64, u32, u32), (i64, i64, u64)>;

async fn done(db: &Db) -> Done {
    let mut all = Done::new();
    for day in [20_000, 20_001] {
        for act in acts::on_day(db.read(), TENANT, APPLICATION, day).await.unwrap() {
            let key = (i64::from(day), act.subject, act.feature);
            assert!(all.insert(key, (act.first, act.last, act.count)).is_none(), "{key:?} twice");
        }
    }
    all
}

fn expected(model: &BTreeSet<u32>) -> Done {
    let mut all = Done::new();
    for event in model.iter().map(|n| event(*n)) {
        let entry =
            all.entry((event.at / DAY, event.subject, event.feature)).or_insert((event.at, event.at, 0));
        *entry = (entry.0.min(event.at), entry.1.max(event.at), entry.2 + 1);
    }
    all
}

async fn open(world: &World) -> Db {
    Db::open(world.context.database(), "telemetry", migration::all).await.unwrap()
}

#[tokio::test]
async fn each_id_is_kept_once_whatever_happens() {
    let mut runner =
        TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::default()));
    for _ in 0..4 {
        let world = World::new().await;
        let db = open(&world).await;
        let steps = proptest::collection::vec(step(), 150).new_tree(&mut runner).unwrap().current();
        let (mut model, mut seen) = (BTreeSet::new(), [Seen::default(), Seen::default()]);
        let mut merges = 0;
        for step in steps {
            match step {
                Step::Write { process, events } => {
                    let sent: Vec<Event> = events.iter().map(|n| event(*n)).collect();
                    let new = write(&db, &mut seen[process], APPLICATION, &sent, true).await;
                    let new: BTreeSet<EventHash> = new.iter().map(|e| e.hash).collect();
                    let fresh = events.iter().filter(|n| model.insert(**n)).map(|n| event(*n).hash).collect();
                    assert_eq!(new, fresh, "what is new is new to all");
                }
                Step::Undo { process, events } => {
                    let sent: Vec<Event> = events.iter().map(|n| event(*n)).collect();
                    write(&db, &mut seen[process], APPLICATION, &sent, false).await;
                }
                Step::Fold => fold_now(&db).await,
                Step::Merge => merges += usize::from(merge::step(&db, FOLD).await.unwrap()),
                Step::Restart { process } => seen[process] = Seen::default(),
                Step::Elsewhere { event: number } => {
                    write(&db, &mut Seen::default(), APPLICATION + 1, &[event(number)], true).await;
                }
            }
        }
        assert!(merges > 3, "the schedule merges: {merges}");
        assert_eq!(done(&db).await, expected(&model));
        fold_now(&db).await;
        while merge::step(&db, FOLD).await.unwrap() {}
        assert_eq!(done(&db).await, expected(&model), "and so after everything was folded");
        let all: Vec<EventHash> = (0..400).map(|n| event(n).hash).collect();
        for mut memory in [Seen::default()].into_iter().chain(seen) {
            memory.refresh(db.read(), TENANT, APPLICATION).await.unwrap();
            let kept = memory.kept(db.read(), TENANT, APPLICATION, &all).await.unwrap();
            let there: HashSet<EventHash> = model.iter().map(|n| event(*n).hash).collect();
            assert_eq!(kept, there);
        }
    }
}

#[tokio::test]
async fn many_runs_become_few_and_old_ones_go() {
    let world = World::new().await;
    let db = open(&world).await;
    let mut seen = Seen::default();
    for batch in 0..40_u32 {
        let events: Vec<Event> = (batch * 50..batch * 50 + 50).map(event).collect();
        assert_eq!(write(&db, &mut seen, APPLICATION, &events, true).await.len(), 50);
        fold_now(&db).await;
        while merge::step(&db, FOLD).await.unwrap() {}
    }
    seen.refresh(db.read(), TENANT, APPLICATION).await.unwrap();
    let old: Vec<Event> = (0..2_000).map(event).collect();
    assert!(write(&db, &mut seen, APPLICATION, &old, true).await.is_empty(), "everything is there once");

    merge::forget_before(&db, TENANT, APPLICATION, 20_001).await.unwrap();
    assert!(write(&db, &mut seen, APPLICATION, &old, true).await.is_empty(), "its last day is not old yet");
    merge::forget_before(&db, TENANT, APPLICATION, 20_002).await.unwrap();
    while merge::step(&db, FOLD).await.unwrap() {}
    assert_eq!(write(&db, &mut seen, APPLICATION, &old, true).await.len(), 2_000, "now it is forgotten");
}
