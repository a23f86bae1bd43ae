//! Counts and standings as columns, a row per day in place of a row per team and day. Counts that are there are moved,
//! and everything is evaluated again.

use std::{collections::BTreeMap, sync::Arc};

use kit::db::sql::{all, execute};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult};
use sea_orm_migration::prelude::*;

use crate::{
    domain::evaluator::{CellKey, DayCount, Names},
    store::{
        count::{self, Cell},
        names,
    },
};

pub(super) struct Columns;

impl MigrationName for Columns {
    fn name(&self) -> &'static str {
        "adoption_000003_columns"
    }
}

/// `BYTES` stands for what the databases call differently.
const TABLES: &[&str] = &[
    "CREATE TABLE cell (organization TEXT NOT NULL, application TEXT NOT NULL, number BIGINT NOT NULL, \
     team TEXT NOT NULL, position TEXT NOT NULL, site TEXT NOT NULL, chain BIGINT NOT NULL, \
     PRIMARY KEY (organization, application, number))",
    "CREATE TABLE day_count (organization TEXT NOT NULL, application TEXT NOT NULL, day INTEGER NOT NULL, \
     eligible BYTES NOT NULL, counts BYTES NOT NULL, PRIMARY KEY (organization, application, day))",
    "CREATE TABLE site_span (organization TEXT NOT NULL, application TEXT NOT NULL, site TEXT NOT NULL, \
     first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, PRIMARY KEY (organization, application, site))",
    // What the rule keeps of a day, to go on from there.
    "CREATE TABLE rule_day (organization TEXT NOT NULL, application TEXT NOT NULL, day INTEGER NOT NULL, \
     origin INTEGER NOT NULL, totals BYTES NOT NULL, latest BYTES NOT NULL, \
     PRIMARY KEY (organization, application, day))",
    "CREATE TABLE units_of_day (organization TEXT NOT NULL, application TEXT NOT NULL, day INTEGER NOT NULL, \
     units BYTES NOT NULL, PRIMARY KEY (organization, application, day))",
];

#[async_trait::async_trait]
impl MigrationTrait for Columns {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let bytes = if manager.get_database_backend() == DbBackend::Sqlite { "BLOB" } else { "BYTEA" };
        for table in TABLES {
            db.execute_unprepared(&table.replace("BYTES", bytes)).await?;
        }
        let failed = |e: kit::error::Error| DbErr::Migration(e.to_string());
        move_counts(db).await.map_err(failed)?;
        db.execute_unprepared("DROP TABLE team_day").await?;
        db.execute_unprepared("DROP TABLE unit_day").await?;
        execute(db, "UPDATE application SET dirty_day = first_day, version = version + 1", vec![])
            .await
            .map_err(failed)?;
        Ok(())
    }
}

#[derive(FromQueryResult)]
struct Application {
    organization: String,
    application: String,
}

#[derive(FromQueryResult)]
struct Row {
    day: i32,
    team: String,
    position: String,
    site: String,
    eligible: i32,
    active: i32,
    new_members: i32,
    revision: i64,
}

async fn move_counts<C: ConnectionTrait>(db: &C) -> Result<(), kit::error::Error> {
    let applications: Vec<Application> =
        all(db, "SELECT DISTINCT organization, application FROM team_day", vec![]).await?;
    for Application { organization, application } in applications {
        let sql = "SELECT day, team, position, site, eligible, active, new_members, revision FROM team_day \
                   WHERE organization = $1 AND application = $2 ORDER BY day, team, position, site";
        let rows: Vec<Row> =
            all(db, sql, vec![organization.as_str().into(), application.as_str().into()]).await?;
        let mut days: BTreeMap<i32, Vec<(CellKey, Cell)>> = BTreeMap::new();
        let number = |n: i32| TryInto::<u32>::try_into(n).unwrap_or(0);
        for row in rows {
            let count = DayCount {
                eligible: number(row.eligible),
                active: number(row.active),
                new_members: number(row.new_members),
            };
            let key = CellKey { team: row.team, position: row.position, site: row.site };
            days.entry(row.day).or_default().push((key, Cell { count, revision: row.revision }));
        }
        let mut known: Arc<Names> = Arc::default();
        for (day, cells) in days {
            known = names::add(db, &organization, &application, known, cells.iter().map(|c| &c.0)).await?;
            let mut sites: Vec<&str> = cells.iter().map(|(key, _)| key.site.as_str()).collect();
            sites.sort_unstable();
            sites.dedup();
            for site in sites {
                count::mark_site(db, &organization, &application, site, day).await?;
            }
            let numbered = cells.iter().filter_map(|(key, cell)| Some((known.find(key)?, *cell)));
            count::put(db, &organization, &application, day, numbered).await?;
        }
    }
    Ok(())
}
