//! The ids of an application's events, as far as memory helps to tell what is new.

use std::collections::HashSet;

use kit::error::Error;
use sea_orm::ConnectionTrait;

use super::{EventHash, log, run};
use crate::domain::filter::Filter;

/// What is remembered of an application's log: the ids that were not folded yet, and a filter for each run. It is as of a
/// version of the log, and brought up to date by what changed since.
#[derive(Debug, Default)]
pub struct Seen {
    version: i64,
    recent: HashSet<EventHash>,
    runs: Vec<(run::Run, Filter)>,
}

impl Seen {
    /// The version of the log as of which it is.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// Brings it up to date; answers whether it was not. In a transaction nothing changes meanwhile.
    pub async fn refresh<C: ConnectionTrait>(
        &mut self,
        db: &C,
        tenant: i64,
        application: u32,
    ) -> Result<bool, Error> {
        let state = log::state(db, tenant, application).await?;
        if state.version == self.version {
            return Ok(false);
        }
        if state.version < self.version {
            // Another database than the one remembered.
            *self = Self::default();
        }
        if state.folded > self.version {
            self.recent = HashSet::new();
        }
        let after = self.version.max(state.folded);
        self.recent.extend(log::hashes_after(db, tenant, application, after).await?);
        if state.rewritten > self.version {
            let live = run::live(db, tenant, application).await?;
            self.runs.retain(|(old, _)| live.contains(old));
            for new in live {
                if self.runs.iter().all(|(old, _)| old.id != new.id) {
                    let filter = run::filter(db, tenant, application, new.id).await?;
                    self.runs.push((new, filter));
                }
            }
        }
        self.version = state.version;
        Ok(true)
    }

    /// Which of these ids the log has. Right if it is up to date when what was decided on it is written.
    pub async fn kept<C: ConnectionTrait>(
        &self,
        db: &C,
        tenant: i64,
        application: u32,
        hashes: &[EventHash],
    ) -> Result<HashSet<EventHash>, Error> {
        let mut found: HashSet<EventHash> =
            hashes.iter().filter(|h| self.recent.contains(*h)).copied().collect();
        for (run, filter) in &self.runs {
            let perhaps: Vec<EventHash> =
                hashes.iter().filter(|h| filter.may_have(h) && !found.contains(*h)).copied().collect();
            if !perhaps.is_empty() {
                run::find(db, tenant, application, run, &perhaps, &mut found).await?;
            }
        }
        Ok(found)
    }

    /// Notes what was appended as `version`, once it has committed.
    pub fn keep(&mut self, version: i64, hashes: impl IntoIterator<Item = EventHash>) {
        self.version = version;
        self.recent.extend(hashes);
    }
}
