//! Playbooks that HR changed; the others are as they are at first.

use kit::{
    db::{
        Asked, Together, Tx,
        sql::{execute, one},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::{
    barrier::Barrier,
    playbook::{Playbook, default_of},
};

/// A playbook with when it was changed, in microseconds; version 0 is as it is at first.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Kept {
    pub(crate) playbook: Playbook,
    pub(crate) update_time: Option<i64>,
    pub(crate) version: i64,
}

impl Kept {
    /// As it is before HR changes anything.
    pub(crate) fn at_first(barrier: Barrier) -> Self {
        Self { playbook: default_of(barrier), update_time: None, version: 0 }
    }
}

#[derive(FromQueryResult)]
pub(super) struct Row {
    barrier: String,
    label: String,
    summary: String,
    steps: String,
    update_time: i64,
    version: i64,
}

impl Row {
    /// Of a barrier that there is.
    pub(super) fn read(self) -> Result<Option<(Barrier, Kept)>, Error> {
        let Some(barrier) = Barrier::of(&self.barrier) else { return Ok(None) };
        let playbook = Playbook {
            barrier,
            label: serde_json::from_str(&self.label)?,
            summary: serde_json::from_str(&self.summary)?,
            steps: serde_json::from_str(&self.steps)?,
        };
        Ok(Some((barrier, Kept { playbook, update_time: Some(self.update_time), version: self.version })))
    }
}

const COLUMNS: &str = "barrier, label, summary, steps, update_time, version";

/// Asks for all that were changed, beside others.
pub(super) fn ask_all(together: &mut Together, organization: &str) -> Asked<Row> {
    let sql = format!("SELECT {COLUMNS} FROM playbook WHERE organization = $1");
    together.ask(sql, [organization.into()])
}

/// The playbook of a barrier.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    barrier: Barrier,
) -> Result<Kept, Error> {
    let sql = format!("SELECT {COLUMNS} FROM playbook WHERE organization = $1 AND barrier = $2");
    let row: Option<Row> = one(db, sql, vec![organization.into(), barrier.as_str().into()]).await?;
    let kept = row.map(Row::read).transpose()?.flatten();
    Ok(kept.map_or_else(|| Kept::at_first(barrier), |(_, kept)| kept))
}

/// Keeps a changed playbook.
pub(crate) async fn save(tx: &Tx, organization: &str, kept: &Kept) -> Result<(), Error> {
    let sql = "INSERT INTO playbook (organization, barrier, label, summary, steps, update_time, version) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (organization, barrier) DO UPDATE SET \
               label = excluded.label, summary = excluded.summary, steps = excluded.steps, \
               update_time = excluded.update_time, version = excluded.version";
    let playbook = &kept.playbook;
    let values = vec![
        organization.into(),
        playbook.barrier.as_str().into(),
        serde_json::to_string(&playbook.label)?.into(),
        serde_json::to_string(&playbook.summary)?.into(),
        serde_json::to_string(&playbook.steps)?.into(),
        kept.update_time.unwrap_or(0).into(),
        kept.version.into(),
    ];
    execute(tx, sql, values).await?;
    Ok(())
}
