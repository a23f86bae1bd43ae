//! Runs the modules of one process: one set of routes, a relay per outbox, the scheduled jobs.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use jiff::Timestamp;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tonic::service::Routes;

use crate::{
    bus::Subscription,
    clock::SharedClock,
    error::Error,
    housekeeping::Housekeeping,
    module::{Job, Module, Progress},
    outbox::relay::Relay,
};

/// How often [`Runtime::settle`] goes round before it gives up: something then makes work without end.
const ROUNDS: usize = 10_000;
/// Jobs that wait this long between two runs are not needed by anybody at once.
const UNHURRIED: Duration = Duration::from_mins(10);

/// The modules of this process.
#[derive(Clone)]
pub struct Runtime {
    modules: Arc<[Arc<dyn Module>]>,
    relays: Arc<[Relay]>,
    jobs: Arc<[Arc<dyn Job>]>,
    rested: Arc<Mutex<HashMap<usize, Timestamp>>>,
    clock: SharedClock,
}

impl Runtime {
    /// A runtime of these modules.
    pub fn new(modules: Vec<Arc<dyn Module>>, clock: SharedClock) -> Self {
        let subscriptions: Arc<[Subscription]> = modules
            .iter()
            .flat_map(|m| m.consumers().into_iter().map(|c| Subscription::new(c, m.db().clone())))
            .collect();
        let relays = modules
            .iter()
            .map(|m| Relay { db: m.db().clone(), clock: clock.clone(), subscriptions: subscriptions.clone() })
            .collect();
        let own = modules.iter().map(|m| Arc::new(Housekeeping { db: m.db().clone() }) as Arc<dyn Job>);
        let jobs = modules.iter().flat_map(|m| m.jobs()).chain(own).collect();
        Self { modules: modules.into(), relays, jobs, rested: Arc::default(), clock }
    }

    /// The gRPC services of all modules.
    pub fn routes(&self) -> Routes {
        let mut builder = Routes::builder();
        for module in self.modules.iter() {
            module.routes(&mut builder);
        }
        builder.routes().prepare()
    }

    /// Does everything that is due now, event after event and job after job, until nothing is left to do: for the
    /// demo's clock, for imports on the command line and for tests.
    pub async fn settle(&self) -> Result<(), Error> {
        for _ in 0..ROUNDS {
            let mut worked = false;
            for relay in self.relays.iter() {
                worked |= relay.drain().await?;
            }
            for (number, job) in self.jobs.iter().enumerate() {
                worked |= self.step(number, job.as_ref()).await? == Progress::Worked;
            }
            if !worked {
                return Ok(());
            }
        }
        Err(Error::internal("events and jobs did not come to rest"))
    }

    /// Runs a job of [`Runtime::settle`]. The unhurried ones, which forget and tidy up, rest for as long as they say.
    async fn step(&self, number: usize, job: &dyn Job) -> Result<Progress, Error> {
        let now = self.clock.now();
        let rested = |last: &Timestamp| now.duration_since(*last).unsigned_abs() < job.every();
        let last = self.rested.lock().unwrap_or_else(PoisonError::into_inner).get(&number).copied();
        if job.every() >= UNHURRIED && last.as_ref().is_some_and(rested) {
            return Ok(Progress::Idle);
        }
        let progress = job.run(now).await?;
        if progress == Progress::Idle {
            self.rested.lock().unwrap_or_else(PoisonError::into_inner).insert(number, now);
        }
        Ok(progress)
    }

    /// Starts the relays and the jobs. They end when `stop` is cancelled; a job that runs then finishes its step.
    pub fn spawn(&self, stop: &CancellationToken) -> JoinSet<()> {
        let mut tasks = JoinSet::new();
        for number in 0..self.relays.len() {
            let (relays, stop) = (self.relays.clone(), stop.clone());
            tasks.spawn(async move {
                tokio::select! {
                    () = stop.cancelled() => {}
                    () = relays[number].run() => {}
                }
            });
        }
        for job in self.jobs.iter() {
            tasks.spawn(repeat(job.clone(), self.clock.clone(), stop.clone()));
        }
        tasks
    }
}

async fn repeat(job: Arc<dyn Job>, clock: SharedClock, stop: CancellationToken) {
    while !stop.is_cancelled() {
        let pause = match job.run(clock.now()).await {
            Ok(Progress::Worked) => Duration::ZERO,
            Ok(Progress::Idle) => job.every(),
            Err(error) => {
                tracing::error!(job = job.name(), %error, "a job failed and will be tried again");
                job.every().max(Duration::from_secs(1))
            }
        };
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}
