//! Runs the modules of one process: one set of routes, a relay per outbox, the scheduled jobs.

use std::{sync::Arc, time::Duration};

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

/// The modules of this process.
#[derive(Clone)]
pub struct Runtime {
    modules: Arc<[Arc<dyn Module>]>,
    clock: SharedClock,
}

impl Runtime {
    /// A runtime of these modules.
    pub fn new(modules: Vec<Arc<dyn Module>>, clock: SharedClock) -> Self {
        Self { modules: modules.into(), clock }
    }

    /// The gRPC services of all modules.
    pub fn routes(&self) -> Routes {
        let mut builder = Routes::builder();
        for module in self.modules.iter() {
            module.routes(&mut builder);
        }
        builder.routes().prepare()
    }

    fn relays(&self) -> Vec<Relay> {
        let subscriptions: Vec<Subscription> = self
            .modules
            .iter()
            .flat_map(|m| m.consumers().into_iter().map(|c| Subscription::new(c, m.db().clone())))
            .collect();
        self.modules
            .iter()
            .map(|module| Relay {
                db: module.db().clone(),
                clock: self.clock.clone(),
                subscriptions: subscriptions.clone(),
            })
            .collect()
    }

    fn jobs(&self) -> Vec<Arc<dyn Job>> {
        let own = self.modules.iter().map(|m| Arc::new(Housekeeping { db: m.db().clone() }) as Arc<dyn Job>);
        self.modules.iter().flat_map(|m| m.jobs()).chain(own).collect()
    }

    /// Does everything that is due now, event after event and job after job, until nothing is left to do: for the
    /// demo's clock, for imports on the command line and for tests.
    pub async fn settle(&self) -> Result<(), Error> {
        let relays = self.relays();
        let jobs = self.jobs();
        for _ in 0..ROUNDS {
            let mut worked = false;
            for relay in &relays {
                worked |= relay.drain().await?;
            }
            for job in &jobs {
                worked |= job.run(self.clock.now()).await? == Progress::Worked;
            }
            if !worked {
                return Ok(());
            }
        }
        Err(Error::internal("events and jobs did not come to rest"))
    }

    /// Starts the relays and the jobs. They end when `stop` is cancelled; a job that runs then finishes its step.
    pub fn spawn(&self, stop: &CancellationToken) -> JoinSet<()> {
        let mut tasks = JoinSet::new();
        for relay in self.relays() {
            let stop = stop.clone();
            tasks.spawn(async move {
                tokio::select! {
                    () = stop.cancelled() => {}
                    () = relay.run() => {}
                }
            });
        }
        for job in self.jobs() {
            tasks.spawn(repeat(job, self.clock.clone(), stop.clone()));
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
