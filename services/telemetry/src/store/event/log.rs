//! The log: events as they came, in blocks, and the version that every change of it raises.
//!
//! The version tells whoever remembers something of the log whether that is still all there is.

use kit::{db::Tx, error::Error};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::{Event, EventHash, as_hash};
use crate::store::sql::{count, execute, number, ordinal, statement};

/// The state of an application's log.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct State {
    /// Raised by every change; the number of the last block or run.
    pub version: i64,
    /// The version at which the log was folded last: no earlier block is left.
    pub folded: i64,
    /// The version at which runs came or went last.
    pub rewritten: i64,
}

/// The state of a log; that of an empty one if nothing ever came.
pub async fn state<C: ConnectionTrait>(db: &C, tenant: i64, application: u32) -> Result<State, Error> {
    let sql = "SELECT version, folded, rewritten FROM event_log WHERE tenant = $1 AND application = $2";
    let found = State::find_by_statement(statement(db, sql, key(tenant, application))).one(db).await?;
    Ok(found.unwrap_or_default())
}

/// Rows of one statement come in these numbers only, so that the database knows the statements by heart; the last row is
/// repeated to fill up, which changes nothing.
const SIZES: [usize; 10] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
const LARGEST: usize = SIZES[SIZES.len() - 1];

/// Writes new events as the block after `version`; answers its version.
pub async fn append(
    tx: &Tx,
    tenant: i64,
    application: u32,
    version: i64,
    events: &[Event],
    now: i64,
) -> Result<i64, Error> {
    let block = version + 1;
    for chunk in events.chunks(LARGEST) {
        let size = SIZES.into_iter().find(|s| *s >= chunk.len()).unwrap_or(LARGEST);
        let mut values = Vec::with_capacity(3 + size * 4);
        values.extend([tenant.into(), i64::from(application).into(), block.into()]);
        for event in chunk.iter().chain(chunk.last().into_iter().cycle()).take(size) {
            values.extend([
                Value::from(event.hash.to_vec()),
                i64::from(event.subject).into(),
                i64::from(event.feature).into(),
                event.at.into(),
            ]);
        }
        execute(tx, insert_sql(size), values).await?;
    }
    let added = count(i64::try_from(events.len()).unwrap_or(i64::MAX));
    execute(
        tx,
        "INSERT INTO event_log (tenant, application, version, folded, rewritten, waiting, since) \
         VALUES ($1, $2, $3, 0, 0, $4, $5) ON CONFLICT (tenant, application) DO UPDATE SET \
         version = excluded.version, waiting = event_log.waiting + excluded.waiting, \
         since = CASE WHEN event_log.waiting = 0 THEN excluded.since ELSE event_log.since END",
        [tenant.into(), i64::from(application).into(), block.into(), number(added), now.into()],
    )
    .await?;
    Ok(block)
}

/// The statement of each size, written once.
fn insert_sql(size: usize) -> &'static str {
    use std::{fmt::Write as _, sync::OnceLock};
    static WRITTEN: [OnceLock<String>; SIZES.len()] = [const { OnceLock::new() }; SIZES.len()];
    let place = SIZES.iter().position(|s| *s == size).unwrap_or(SIZES.len() - 1);
    WRITTEN[place].get_or_init(|| {
        let mut sql = String::from(
            "INSERT INTO usage_recent (tenant, application, block, event, subject, feature, at) VALUES ",
        );
        for row in 0..SIZES[place] {
            let (comma, first) = (if row == 0 { "" } else { "," }, 4 + row * 4);
            let _ = write!(sql, "{comma}($1,$2,$3,${},${},${},${})", first, first + 1, first + 2, first + 3);
        }
        sql + " ON CONFLICT DO NOTHING"
    })
}

/// The ids in the blocks after `version`.
pub async fn hashes_after<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    version: i64,
) -> Result<Vec<EventHash>, Error> {
    let sql = "SELECT event FROM usage_recent WHERE tenant = $1 AND application = $2 AND block > $3";
    let values = [tenant.into(), i64::from(application).into(), version.into()];
    let rows = db.query_all_raw(statement(db, sql, values)).await?;
    rows.iter().map(|r| as_hash(&r.try_get::<Vec<u8>>("", "event")?)).collect()
}

#[derive(FromQueryResult)]
struct KeyRow {
    tenant: i64,
    application: i64,
}

/// Logs with so many events to fold, or whose first one waits since before an instant.
pub async fn due<C: ConnectionTrait>(db: &C, events: u64, before: i64) -> Result<Vec<(i64, u32)>, Error> {
    let sql = "SELECT tenant, application FROM event_log WHERE waiting >= $1 OR waiting > 0 AND since < $2 \
               ORDER BY waiting DESC";
    let rows = KeyRow::find_by_statement(statement(db, sql, [number(events), before.into()])).all(db).await?;
    Ok(rows.into_iter().map(|r| (r.tenant, ordinal(r.application))).collect())
}

/// Notes that runs came or went, and with `folded` that no block is left; answers the new version.
pub(super) async fn rewrite(tx: &Tx, tenant: i64, application: u32, folded: bool) -> Result<i64, Error> {
    let version = state(tx, tenant, application).await?.version + 1;
    let more = if folded { ", folded = $3, waiting = 0" } else { "" };
    let sql = format!(
        "UPDATE event_log SET version = $3, rewritten = $3{more} WHERE tenant = $1 AND application = $2"
    );
    execute(tx, sql, [tenant.into(), i64::from(application).into(), version.into()]).await?;
    Ok(version)
}

pub(super) fn key(tenant: i64, application: u32) -> [Value; 2] {
    [tenant.into(), i64::from(application).into()]
}
