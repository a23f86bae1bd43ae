//! Group commit: whatever waits is written in one transaction, so that one sync to disk serves many senders.

use std::collections::{BTreeMap, BTreeSet};

use kit::{db::Db, error::Error};
use tokio::sync::{mpsc, oneshot};

use crate::{
    config::TelemetryConfig,
    domain::days::utc_day,
    store::{
        application,
        dirty::{self, What},
        event::{self, BATCH, Event},
    },
};

/// An application's last event is noted when it is newer than the one noted before by this, not with each batch.
const TOUCH_MICROS: i64 = 10_000_000;

/// A batch that waits.
pub(super) struct Job {
    pub(super) tenant: i64,
    pub(super) application: u32,
    /// At most [`BATCH`].
    pub(super) events: Vec<Event>,
    /// Answered with the number of new events when they are on disk.
    pub(super) reply: oneshot::Sender<Result<u64, String>>,
}

type Key = (i64, u32);

/// Starts the writer. It ends when nobody can send any more.
pub(super) fn start(db: Db, config: &TelemetryConfig) -> mpsc::Sender<Job> {
    let (sender, mut receiver) = mpsc::channel::<Job>(config.queue_batches.max(1));
    let group = config.group_batches.max(1);
    tokio::spawn(async move {
        let mut jobs = Vec::with_capacity(group);
        let mut touched = BTreeMap::new();
        while receiver.recv_many(&mut jobs, group).await > 0 {
            match write(&db, &jobs, &mut touched).await {
                Ok(counts) => {
                    for (job, count) in jobs.drain(..).zip(counts) {
                        // Whoever does not wait any longer finds out by sending the batch again.
                        let _ = job.reply.send(Ok(count));
                    }
                }
                Err(error) => {
                    tracing::error!(%error, batches = jobs.len(), "usage could not be written");
                    touched.clear();
                    for job in jobs.drain(..) {
                        let _ = job.reply.send(Err(error.to_string()));
                    }
                }
            }
        }
    });
    sender
}

/// Writes all jobs in one transaction; answers how many events of each are new.
async fn write(db: &Db, jobs: &[Job], touched: &mut BTreeMap<Key, i64>) -> Result<Vec<u64>, Error> {
    let mut by_key: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (index, job) in jobs.iter().enumerate() {
        by_key.entry((job.tenant, job.application)).or_default().push(index);
    }
    let mut counts = vec![0; jobs.len()];
    let tx = db.begin().await?;
    for ((tenant, application), members) in by_key {
        let mut small: Vec<usize> = Vec::new();
        for index in &members {
            if jobs[*index].events.len() * 2 > BATCH {
                counts[*index] = event::insert(&tx, tenant, application, &jobs[*index].events).await?;
            } else {
                small.push(*index);
            }
        }
        // Small batches share statements; what the database tells as new goes to the first batch that has it.
        let mut shared: Vec<(usize, Event)> =
            small.iter().flat_map(|i| jobs[*i].events.iter().map(|e| (*i, *e))).collect();
        for chunk in shared.chunks_mut(BATCH) {
            let events: Vec<Event> = chunk.iter().map(|(_, e)| *e).collect();
            let mut new = event::insert_and_tell(&tx, tenant, application, &events).await?;
            for (index, event) in chunk {
                counts[*index] += u64::from(new.remove(&event.hash));
            }
        }
        let all = || members.iter().flat_map(|i| &jobs[*i].events);
        for day in all().map(|e| utc_day(e.at)).collect::<BTreeSet<_>>() {
            dirty::mark(&tx, tenant, application, What::Usage, day).await?;
        }
        if let Some(latest) = all().map(|e| e.at).max()
            && touched.get(&(tenant, application)).is_none_or(|t| latest - t > TOUCH_MICROS)
        {
            application::touch(&tx, tenant, application, latest).await?;
            touched.insert((tenant, application), latest);
        }
    }
    tx.commit().await?;
    Ok(counts)
}
