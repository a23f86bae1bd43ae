//! Playbooks that HR changed; the others are as they are at first.

use kit::{db::Tx, error::Error};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::sql::{execute, one};
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

#[derive(FromQueryResult)]
struct Row {
    label: String,
    summary: String,
    steps: String,
    update_time: i64,
    version: i64,
}

/// The playbook of a barrier.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    barrier: Barrier,
) -> Result<Kept, Error> {
    let sql = "SELECT label, summary, steps, update_time, version FROM playbook \
               WHERE organization = $1 AND barrier = $2";
    let row: Option<Row> = one(db, sql, vec![organization.into(), barrier.as_str().into()]).await?;
    let Some(row) = row else {
        return Ok(Kept { playbook: default_of(barrier), update_time: None, version: 0 });
    };
    let playbook = Playbook {
        barrier,
        label: serde_json::from_str(&row.label)?,
        summary: serde_json::from_str(&row.summary)?,
        steps: serde_json::from_str(&row.steps)?,
    };
    Ok(Kept { playbook, update_time: Some(row.update_time), version: row.version })
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
