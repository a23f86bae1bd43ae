//! `n` and `x` of every cell and day, for ever.

use std::collections::HashMap;

use kit::{
    db::{
        Tx,
        sql::{execute, insert, number, statement},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::numbers::day;

/// A team, a position and a site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CellKey {
    /// The team.
    pub team: String,
    /// The position.
    pub position: String,
    /// The site; empty for none.
    pub site: String,
}

/// The counts of a cell on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// `n`.
    pub eligible: i64,
    /// `x`.
    pub active: i64,
    /// Those of the eligible who came to the team within 56 days.
    pub new_members: i64,
    /// Grows with each change.
    pub revision: i64,
}

#[derive(FromQueryResult)]
struct Row {
    day: i64,
    cell: i64,
    eligible: i64,
    active: i64,
    new_members: i64,
    revision: i64,
}

impl Row {
    fn counts(&self) -> Counts {
        Counts {
            eligible: self.eligible,
            active: self.active,
            new_members: self.new_members,
            revision: self.revision,
        }
    }
}

/// The ordinals of these cells, given now to those that have none.
pub async fn ensure_cells(tx: &Tx, tenant: i64, keys: &[CellKey]) -> Result<Vec<i64>, Error> {
    let sql = "SELECT id, team, position, site FROM cell WHERE tenant = $1";
    let mut known: HashMap<CellKey, i64> = HashMap::new();
    let mut next = 1;
    for row in tx.query_all_raw(statement(tx, sql, [tenant.into()])).await? {
        let id: i64 = row.try_get("", "id")?;
        next = next.max(id + 1);
        let key = CellKey {
            team: row.try_get("", "team")?,
            position: row.try_get("", "position")?,
            site: row.try_get("", "site")?,
        };
        known.insert(key, id);
    }
    let mut ids = Vec::with_capacity(keys.len());
    for key in keys {
        if let Some(id) = known.get(key) {
            ids.push(*id);
            continue;
        }
        execute(
            tx,
            "INSERT INTO cell (tenant, id, team, position, site) VALUES ($1, $2, $3, $4, $5)",
            [
                tenant.into(),
                next.into(),
                key.team.as_str().into(),
                key.position.as_str().into(),
                key.site.as_str().into(),
            ],
        )
        .await?;
        known.insert(key.clone(), next);
        ids.push(next);
        next += 1;
    }
    Ok(ids)
}

/// The cells by ordinal.
pub async fn cells<C: ConnectionTrait>(db: &C, tenant: i64) -> Result<HashMap<i64, CellKey>, Error> {
    let sql = "SELECT id, team, position, site FROM cell WHERE tenant = $1";
    let rows = db.query_all_raw(statement(db, sql, [tenant.into()])).await?;
    rows.iter()
        .map(|row| {
            let key = CellKey {
                team: row.try_get("", "team")?,
                position: row.try_get("", "position")?,
                site: row.try_get("", "site")?,
            };
            Ok((row.try_get("", "id")?, key))
        })
        .collect()
}

/// What is kept of some days, by day and cell.
pub async fn load<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    days: std::ops::RangeInclusive<i32>,
) -> Result<HashMap<(i32, i64), Counts>, Error> {
    let sql = "SELECT day, cell, eligible, active, new_members, revision FROM team_day \
               WHERE tenant = $1 AND application = $2 AND day BETWEEN $3 AND $4";
    let values = [
        tenant.into(),
        i64::from(application).into(),
        i64::from(*days.start()).into(),
        i64::from(*days.end()).into(),
    ];
    let rows = Row::find_by_statement(statement(db, sql, values)).all(db).await?;
    Ok(rows.into_iter().map(|r| ((day(r.day), r.cell), r.counts())).collect())
}

/// Writes counts, new or changed.
pub async fn save(
    tx: &Tx,
    tenant: i64,
    application: u32,
    changed: &[(i32, i64, Counts)],
) -> Result<(), Error> {
    let into = "team_day (tenant, application, day, cell, eligible, active, new_members, revision)";
    let conflict = "ON CONFLICT (tenant, application, day, cell) DO UPDATE SET eligible = excluded.eligible, \
                    active = excluded.active, new_members = excluded.new_members, revision = excluded.revision";
    let rows = changed.iter().map(|(day, cell, counts)| {
        vec![
            tenant.into(),
            i64::from(application).into(),
            i64::from(*day).into(),
            (*cell).into(),
            counts.eligible.into(),
            counts.active.into(),
            counts.new_members.into(),
            counts.revision.into(),
        ]
    });
    insert(tx, into, rows.collect(), conflict).await?;
    Ok(())
}

/// A page of counts, from after a day, team, position and site on.
pub async fn page<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
    days: std::ops::RangeInclusive<i32>,
    after: Option<(i32, i64)>,
    limit: u64,
) -> Result<Vec<(i32, i64, Counts)>, Error> {
    let (after_day, after_cell) = after.unwrap_or((days.start().saturating_sub(1), 0));
    let sql = "SELECT day, cell, eligible, active, new_members, revision FROM team_day WHERE tenant = $1 AND application = $2 \
               AND day BETWEEN $3 AND $4 AND (day > $5 OR (day = $5 AND cell > $6)) ORDER BY day, cell LIMIT $7";
    let values = [
        tenant.into(),
        i64::from(application).into(),
        i64::from((*days.start()).max(after_day)).into(),
        i64::from(*days.end()).into(),
        i64::from(after_day).into(),
        after_cell.into(),
        number(limit),
    ];
    let rows = Row::find_by_statement(statement(db, sql, values)).all(db).await?;
    Ok(rows.into_iter().map(|r| (day(r.day), r.cell, r.counts())).collect())
}

/// Up to which day each site was counted; sites that never were are left out.
pub async fn counted<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    application: u32,
) -> Result<HashMap<String, i32>, Error> {
    let sql = "SELECT site, through_day FROM counted_site WHERE tenant = $1 AND application = $2";
    let rows = db.query_all_raw(statement(db, sql, [tenant.into(), i64::from(application).into()])).await?;
    rows.iter().map(|r| Ok((r.try_get("", "site")?, day(r.try_get("", "through_day")?)))).collect()
}

/// Notes up to which day a site was counted.
pub async fn set_counted(
    tx: &Tx,
    tenant: i64,
    application: u32,
    site: &str,
    through: i32,
) -> Result<(), Error> {
    execute(
        tx,
        "INSERT INTO counted_site (tenant, application, site, through_day) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (tenant, application, site) DO UPDATE SET through_day = excluded.through_day",
        [tenant.into(), i64::from(application).into(), site.into(), i64::from(through).into()],
    )
    .await?;
    Ok(())
}
