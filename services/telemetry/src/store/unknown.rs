//! What events name and nobody entered.

use kit::{
    db::sql::{number, statement},
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::numbers::count;

/// Somebody or something unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// As it came first.
    pub value: String,
    /// Events that name it.
    pub events: u64,
    /// When the first happened.
    pub first: i64,
    /// When the last happened.
    pub last: i64,
}

#[derive(FromQueryResult)]
struct Row {
    value: String,
    n: i64,
    first: i64,
    last: i64,
    total: i64,
}

/// Unknown ones with the most events, and how many there are in all.
pub type Unknowns = (Vec<Unknown>, u64);

fn read(rows: Vec<Row>) -> Unknowns {
    let total = rows.first().map_or(0, |r| count(r.total));
    let all = rows.into_iter().map(|r| Unknown {
        value: r.value,
        events: count(r.n),
        first: r.first,
        last: r.last,
    });
    (all.collect(), total)
}

/// Unknown people of an application who did something on these UTC days. Strangers are few, so what they did is looked up
/// one by one.
pub async fn people<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    tenant: i64,
    application: u32,
    days: std::ops::RangeInclusive<i32>,
    limit: u64,
) -> Result<Unknowns, Error> {
    // The numbers are ours, never from outside.
    let days: Vec<String> = days.map(|d| format!("SELECT {d} AS day")).collect();
    let sql = format!(
        "WITH stranger AS (SELECT s.ordinal, s.external_id FROM subject s WHERE s.organization = $1 \
         AND NOT EXISTS (SELECT 1 FROM directory_person p \
         WHERE p.organization = $1 AND p.external_key = s.external_key)) \
         SELECT value, CAST(SUM(n) AS BIGINT) AS n, MIN(first) AS first, MAX(last) AS last, COUNT(*) OVER () AS total \
         FROM (SELECT s.external_id AS value, a.n, a.first, a.last FROM stranger s CROSS JOIN ({}) d \
         CROSS JOIN usage_act a WHERE a.tenant = $2 AND a.application = $3 AND a.utc_day = d.day \
         AND a.subject = s.ordinal \
         UNION ALL SELECT s.external_id, 1, r.at, r.at FROM usage_recent r JOIN stranger s ON s.ordinal = r.subject \
         WHERE r.tenant = $2 AND r.application = $3) e GROUP BY value ORDER BY n DESC, value LIMIT $4",
        days.join(" UNION ALL ")
    );
    let values = [organization.into(), tenant.into(), i64::from(application).into(), number(limit)];
    Ok(read(Row::find_by_statement(statement(db, sql, values)).all(db).await?))
}

/// Unknown features of an application.
pub async fn features<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    tenant: i64,
    application: (&str, u32),
    limit: u64,
) -> Result<Unknowns, Error> {
    let sql = "SELECT f.code AS value, CAST(SUM(e.n) AS BIGINT) AS n, MIN(e.first) AS first, MAX(e.last) AS last, \
               COUNT(*) OVER () AS total FROM (\
               SELECT feature, n, first, last FROM usage_act WHERE tenant = $3 AND application = $4 \
               UNION ALL SELECT feature, 1, at, at FROM usage_recent WHERE tenant = $3 AND application = $4) e \
               JOIN feature f ON f.organization = $1 AND f.application = $2 AND f.ordinal = e.feature \
               WHERE f.known = $5 GROUP BY f.ordinal, f.code ORDER BY n DESC, f.code LIMIT $6";
    let values = [
        organization.into(),
        application.0.into(),
        tenant.into(),
        i64::from(application.1).into(),
        false.into(),
        number(limit),
    ];
    Ok(read(Row::find_by_statement(statement(db, sql, values)).all(db).await?))
}
