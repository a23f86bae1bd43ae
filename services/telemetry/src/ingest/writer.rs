//! Group commit: whatever waits is written in one transaction, so that one sync to disk serves many senders.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kit::{
    clock::SharedClock,
    db::{Db, Tx, time::to_micros},
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
        script::Script,
    },
};

/// An application's last event is noted when it is newer than the one noted before by this, not with each batch.
const TOUCH_MICROS: i64 = 10_000_000;
/// Of more applications than this nothing is remembered for long.
const REMEMBERED: usize = 1_000;

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
            match writer.write(&jobs).await {
                Ok(counts) => {
                    for (job, count) in jobs.drain(..).zip(counts) {
                        // Whoever does not wait any longer finds out by sending the batch again.
                        let _ = job.reply.send(Ok(count));
                    }
                }
                Err(error) => {
                    tracing::error!(%error, batches = jobs.len(), "usage could not be written");
                    writer.touched.clear();
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

impl Writer {
    /// Writes all jobs in one transaction; answers how many events of each are new. An event that several bring is the
    /// first one's.
    async fn write(&mut self, jobs: &[Job]) -> Result<Vec<u64>, Error> {
        let mut by_key: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for (index, job) in jobs.iter().enumerate() {
            by_key.entry((job.tenant, job.application)).or_default().push(index);
        }
        if self.seen.len() >= REMEMBERED {
            self.seen.clear();
        }
        let mut counts = vec![0; jobs.len()];
        let mut written: Vec<(Key, i64, Vec<Event>)> = Vec::with_capacity(by_key.len());
        let tx = self.db.begin().await?;
        let mut script = Script::new(&tx);
        for (key, members) in by_key {
            let (tenant, application) = key;
            let seen = self.seen.entry(key).or_default();
            let version = seen.refresh(&tx, tenant, application).await?;
            let hashes: Vec<_> = members.iter().flat_map(|i| &jobs[*i].events).map(|e| e.hash).collect();
            let mut kept = seen.kept(&tx, tenant, application, &hashes).await?;
            let mut new = Vec::with_capacity(hashes.len());
            for index in members {
                let before = new.len();
                new.extend(jobs[index].events.iter().filter(|e| kept.insert(e.hash)));
                counts[index] = (new.len() - before) as u64;
            }
            if !new.is_empty() {
                let now = to_micros(self.clock.now());
                let version = log::append(&mut script, key, version, &new, now);
                let days: BTreeSet<i32> = new.iter().map(|e| utc_day(e.at)).collect();
                dirty::mark_in(&mut script, tenant, application, What::Usage, days);
                self.touch(&tx, key, &new).await?;
                written.push((key, version, new));
            }
        }
        script.run(&tx).await?;
        tx.commit_quietly().await?;
        for (key, version, events) in written {
            self.seen.entry(key).or_default().keep(version, events.iter().map(|e| e.hash));
        }
        Ok(counts)
    }

    async fn touch(&mut self, tx: &Tx, key: Key, events: &[Event]) -> Result<(), Error> {
        let latest = events.iter().map(|e| e.at).max().unwrap_or_default();
        if self.touched.get(&key).is_none_or(|t| latest - t > TOUCH_MICROS) {
            application::touch(tx, key.0, key.1, latest).await?;
            self.touched.insert(key, latest);
        }
        Ok(())
    }
}
