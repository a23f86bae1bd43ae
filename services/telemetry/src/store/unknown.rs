//! What events name and nobody entered.

use kit::error::Error;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::sql::{count, number, statement};

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

/// Unknown people of an application who did something on these UTC days. Strangers are few, so their events are looked up
/// one by one along the second tree.
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
        "SELECT s.external_id AS value, COUNT(*) AS n, MIN(e.at) AS first, MAX(e.at) AS last, \
         COUNT(*) OVER () AS total FROM subject s CROSS JOIN ({}) d CROSS JOIN usage_event e \
         WHERE s.organization = $1 AND NOT EXISTS (SELECT 1 FROM directory_person p \
         WHERE p.organization = $1 AND p.external_key = s.external_key) \
         AND e.tenant = $2 AND e.application = $3 AND e.utc_day = d.day AND e.subject = s.ordinal \
         GROUP BY s.ordinal, s.external_id ORDER BY n DESC, s.external_id LIMIT $4",
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
    let sql = "SELECT f.code AS value, COUNT(*) AS n, MIN(e.at) AS first, MAX(e.at) AS last, \
               COUNT(*) OVER () AS total FROM usage_event e \
               JOIN feature f ON f.organization = $1 AND f.application = $2 AND f.ordinal = e.feature \
               WHERE e.tenant = $3 AND e.application = $4 AND f.known = $5 \
               GROUP BY f.ordinal, f.code ORDER BY n DESC, f.code LIMIT $6";
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
