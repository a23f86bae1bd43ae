//! Group commit: whatever waits is written in one transaction, so that one sync to disk serves many senders.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kit::{
    clock::SharedClock,
    db::{Db, Script, time::to_micros},
    error::Error,
};
use tokio::sync::{mpsc, oneshot};

use crate::{
    config::TelemetryConfig,
    domain::days::utc_day,
    store::{
        application,
        dirty::{self, What},
        event::{Event, Seen, log},
    },
};

/// An application's last event is noted when it is newer than the one noted before by this, not with each batch.
const TOUCH_MICROS: i64 = 10_000_000;
/// Of more applications than this nothing is remembered for long.
const REMEMBERED: usize = 1_000;
/// How often it is decided again because others wrote meanwhile: folding does now and then, another process may.
const ATTEMPTS: usize = 20;

/// A batch that waits.
pub(super) struct Job {
    pub(super) tenant: i64,
    pub(super) application: u32,
    pub(super) events: Vec<Event>,
    /// Answered with the number of new events when they are on disk.
    pub(super) reply: oneshot::Sender<Result<u64, String>>,
}

/// An organization and an application of it.
type Key = (i64, u32);

/// Starts the writer. It ends when nobody can send any more.
pub(super) fn start(db: Db, clock: SharedClock, config: &TelemetryConfig) -> mpsc::Sender<Job> {
    let (sender, mut receiver) = mpsc::channel::<Job>(config.queue_batches.max(1));
    let group = config.group_batches.max(1);
    tokio::spawn(async move {
        let mut writer = Writer { db, clock, seen: HashMap::new(), touched: BTreeMap::new() };
        let mut jobs = Vec::with_capacity(group);
        while receiver.recv_many(&mut jobs, group).await > 0 {
            // Whoever is on the way here comes along: a sync for one event costs as much as one for all of them.
            tokio::task::yield_now().await;
            while jobs.len() < group
                && let Ok(job) = receiver.try_recv()
            {
                jobs.push(job);
            }
            match writer.write(&jobs).await {
                Ok(counts) => {
                    for (job, count) in jobs.drain(..).zip(counts) {
                        // Whoever does not wait any longer finds out by sending the batch again.
                        let _ = job.reply.send(Ok(count));
                    }
                }
                Err(error) => {
                    tracing::error!(%error, batches = jobs.len(), "usage could not be written");
                    for job in jobs.drain(..) {
                        let _ = job.reply.send(Err(error.to_string()));
                    }
                }
            }
        }
    });
    sender
}

struct Writer {
    db: Db,
    clock: SharedClock,
    seen: HashMap<Key, Seen>,
    touched: BTreeMap<Key, i64>,
}

/// What is new in some batches, and how it is written.
struct Plan {
    counts: Vec<u64>,
    news: Vec<New>,
    script: Script,
}

/// The new events of an application.
struct New {
    key: Key,
    /// The version of the log with them.
    version: i64,
    events: Vec<Event>,
    /// Whether the application is told that an event came.
    touches: bool,
}

impl New {
    fn latest(&self) -> i64 {
        self.events.iter().map(|e| e.at).max().unwrap_or_default()
    }
}

impl Writer {
    /// Writes all jobs in one transaction; answers how many events of each are new. What is new is decided before the
    /// transaction; where others wrote meanwhile nothing is written, and it is decided again.
    async fn write(&mut self, jobs: &[Job]) -> Result<Vec<u64>, Error> {
        for _ in 0..ATTEMPTS {
            let plan = self.plan(jobs).await?;
            let Err(error) = self.db.run(plan.script).await else {
                for new in plan.news {
                    if new.touches {
                        self.touched.insert(new.key, new.latest());
                    }
                    let seen = self.seen.entry(new.key).or_default();
                    seen.keep(new.version, new.events.iter().map(|e| e.hash));
                }
                return Ok(plan.counts);
            };
            let keys: Vec<Key> = plan.news.iter().map(|n| n.key).collect();
            if !self.refresh(&keys).await? {
                return Err(error);
            }
        }
        Err(Error::internal("others write faster than can be followed"))
    }

    /// Decides what is new. An event that several jobs bring is the first one's.
    async fn plan(&mut self, jobs: &[Job]) -> Result<Plan, Error> {
        let mut by_key: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for (index, job) in jobs.iter().enumerate() {
            by_key.entry((job.tenant, job.application)).or_default().push(index);
        }
        if self.seen.len() >= REMEMBERED {
            self.seen.clear();
            self.touched.clear();
        }
        let unknown: Vec<Key> = by_key.keys().filter(|k| !self.seen.contains_key(k)).copied().collect();
        self.refresh(&unknown).await?;
        let mut plan = Plan { counts: vec![0; jobs.len()], news: Vec::new(), script: Script::default() };
        for (key, members) in by_key {
            let seen = self.seen.entry(key).or_default();
            let mut hashes = Vec::with_capacity(members.len());
            for index in &members {
                hashes.extend(jobs[*index].events.iter().map(|e| e.hash));
            }
            let mut kept = seen.kept(self.db.read(), key.0, key.1, &hashes).await?;
            let mut events = Vec::with_capacity(hashes.len());
            for index in members {
                let before = events.len();
                events.extend(jobs[index].events.iter().filter(|e| kept.insert(e.hash)));
                plan.counts[index] = (events.len() - before) as u64;
            }
            if !events.is_empty() {
                let version = seen.version();
                self.put(&mut plan, key, version, events);
            }
        }
        Ok(plan)
    }

    /// Puts the new events of an application after `version` of its log.
    fn put(&self, plan: &mut Plan, key: Key, version: i64, events: Vec<Event>) {
        let now = to_micros(self.clock.now());
        let version = log::append(&self.db, &mut plan.script, key, version, &events, now);
        let days: BTreeSet<i32> = events.iter().map(|e| utc_day(e.at)).collect();
        dirty::mark_in(&mut plan.script, key.0, key.1, What::Usage, days);
        let mut new = New { key, version, events, touches: false };
        let latest = new.latest();
        if self.touched.get(&key).is_none_or(|t| latest - t > TOUCH_MICROS) {
            application::touch(&mut plan.script, key.0, key.1, latest);
            new.touches = true;
        }
        plan.news.push(new);
    }

    /// Brings what is remembered of some logs up to date; answers whether any of it was not.
    async fn refresh(&mut self, keys: &[Key]) -> Result<bool, Error> {
        if keys.is_empty() {
            return Ok(false);
        }
        let tx = self.db.begin().await?;
        let mut changed = false;
        for key in keys {
            changed |= self.seen.entry(*key).or_default().refresh(&tx, key.0, key.1).await?;
        }
        tx.rollback().await?;
        Ok(changed)
    }
}
