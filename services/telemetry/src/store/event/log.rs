//! The log: events as they came, in blocks, and the version that every change of it raises.
//!
//! The version tells whoever remembers something of the log whether that is still all there is.

use kit::{
    db::{
        Db, Script, Tx,
        sql::{execute, number, statement},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::{Event, EventHash, as_hash};
use crate::store::{numbers::ordinal, script};

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

/// Events that one statement writes.
const ROWS: usize = 1_000;

/// Writes new events as the block after `version`; answers its version. The script fails where the log has another version
/// by then: whoever wrote meanwhile may have brought the same events.
pub fn append(
    db: &Db,
    script: &mut Script,
    (tenant, application): (i64, u32),
    version: i64,
    events: &[Event],
    now: i64,
) -> i64 {
    let block = version + 1;
    // A version may not be null, so the script ends here where it is not the expected one.
    script::rows(
        script,
        "INSERT INTO event_log (tenant, application, version, folded, rewritten, waiting, since) VALUES",
        std::iter::once(format!("{tenant},{application},{block},0,0,{},{now}", events.len())),
        &format!(
            "ON CONFLICT (tenant, application) DO UPDATE SET \
             version = CASE WHEN event_log.version = {version} THEN excluded.version END, \
             waiting = event_log.waiting + excluded.waiting, \
             since = CASE WHEN event_log.waiting = 0 THEN excluded.since ELSE event_log.since END"
        ),
    );
    for chunk in events.chunks(ROWS) {
        let rows = chunk.iter().map(|e| {
            let hash = script::hash(db, &e.hash);
            format!("{tenant},{application},{block},{hash},{},{},{}", e.subject, e.feature, e.at)
        });
        let head =
            "INSERT INTO usage_recent (tenant, application, block, event, subject, feature, at) VALUES";
        script::rows(script, head, rows, "");
    }
    block
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
