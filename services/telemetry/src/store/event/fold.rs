//! Folding: the events of the log become acts, and their ids a run.

use kit::{
    db::{
        Tx,
        sql::{execute, statement},
    },
    error::Error,
};

use super::{
    log::{self, key},
    run::{self, Life, Run},
};
use crate::domain::{
    days::{DAY_MICROS, utc_day},
    filter::Filter,
};
use sea_orm::ConnectionTrait;

/// Folds what is in the log of an application; answers how many events that were.
pub async fn fold(tx: &Tx, tenant: i64, application: u32) -> Result<u64, Error> {
    let mut hashes = log::hashes_after(tx, tenant, application, 0).await?;
    if hashes.is_empty() {
        return Ok(0);
    }
    hashes.sort_unstable();
    let sql = "SELECT MAX(at) AS latest FROM usage_recent WHERE tenant = $1 AND application = $2";
    let row = tx.query_one_raw(statement(tx, sql, key(tenant, application))).await?;
    let latest: Option<i64> = row.map(|r| r.try_get("", "latest")).transpose()?.flatten();

    let sql = format!(
        "INSERT INTO usage_act (tenant, application, utc_day, subject, feature, first, last, n) \
         SELECT tenant, application, at / {DAY_MICROS}, subject, feature, MIN(at), MAX(at), COUNT(*) FROM usage_recent \
         WHERE tenant = $1 AND application = $2 GROUP BY tenant, application, at / {DAY_MICROS}, subject, feature \
         ON CONFLICT (tenant, application, utc_day, subject, feature) DO UPDATE SET \
         first = CASE WHEN excluded.first < usage_act.first THEN excluded.first ELSE usage_act.first END, \
         last = CASE WHEN excluded.last > usage_act.last THEN excluded.last ELSE usage_act.last END, \
         n = usage_act.n + excluded.n"
    );
    execute(tx, sql, key(tenant, application)).await?;

    let version = log::rewrite(tx, tenant, application, true).await?;
    let events = u64::try_from(hashes.len()).unwrap_or(u64::MAX);
    let made = Run { id: version, events, last_day: utc_day(latest.unwrap_or_default()) };
    let mut filter = Filter::with_room(hashes.len());
    for hash in &hashes {
        filter.insert(hash);
    }
    run::begin(tx, tenant, application, &made, Life::Live, &filter).await?;
    run::write_parts(tx, tenant, application, &made, &hashes).await?;
    let sql = "DELETE FROM usage_recent WHERE tenant = $1 AND application = $2";
    execute(tx, sql, key(tenant, application)).await?;
    Ok(events)
}
