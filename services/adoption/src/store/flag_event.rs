//! The history of flags.

use kit::{
    db::{
        Tx,
        sql::{all, execute},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::{
    barrier::Barrier,
    flag::{Actor, Kind, Told},
};

#[derive(FromQueryResult)]
struct Row {
    kind: String,
    time: i64,
    actor: String,
    note: String,
    barrier: Option<String>,
    until_day: Option<i32>,
}

/// Adds a line after those that are there.
pub(crate) async fn add(
    tx: &Tx,
    organization: &str,
    flag: &str,
    time: i64,
    told: &Told,
) -> Result<(), Error> {
    let sql = "INSERT INTO flag_event (organization, flag, seq, kind, time, actor, note, barrier, until_day) \
               SELECT $1, $2, COALESCE(MAX(seq), 0) + 1, $3, $4, $5, $6, $7, $8 FROM flag_event \
               WHERE organization = $1 AND flag = $2";
    let values = vec![
        organization.into(),
        flag.into(),
        told.kind.as_str().into(),
        time.into(),
        told.actor.as_str().into(),
        told.note.clone().into(),
        told.barrier.map(Barrier::as_str).into(),
        told.until.into(),
    ];
    execute(tx, sql, values).await?;
    Ok(())
}

/// The history of a flag with the instant of each line in microseconds, oldest first.
pub(crate) async fn of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    flag: &str,
) -> Result<Vec<(i64, Told)>, Error> {
    let sql = "SELECT kind, time, actor, note, barrier, until_day FROM flag_event \
               WHERE organization = $1 AND flag = $2 ORDER BY seq";
    let rows: Vec<Row> = all(db, sql, vec![organization.into(), flag.into()]).await?;
    let told = |row: Row| {
        let told = Told {
            kind: Kind::of(&row.kind)?,
            actor: Actor::of(&row.actor)?,
            note: row.note,
            barrier: row.barrier.as_deref().and_then(Barrier::of),
            until: row.until_day,
        };
        Some((row.time, told))
    };
    Ok(rows.into_iter().filter_map(told).collect())
}
