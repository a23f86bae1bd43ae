//! Events as a log that is folded, instead of two trees in which every event has a place somewhere.

use sea_orm::DbBackend;
use sea_orm_migration::prelude::*;

pub(super) struct EventLog;

impl MigrationName for EventLog {
    fn name(&self) -> &'static str {
        "telemetry_000002_event_log"
    }
}

/// `BYTES` and `COMPACT` stand for what the databases call differently.
const STATEMENTS: &[&str] = &[
    // Every change raises the version. `waiting` events, the first of them since `since`, are not folded yet.
    "CREATE TABLE event_log (tenant BIGINT NOT NULL, application BIGINT NOT NULL, version BIGINT NOT NULL, \
     folded BIGINT NOT NULL, rewritten BIGINT NOT NULL, waiting BIGINT NOT NULL, since BIGINT NOT NULL, \
     PRIMARY KEY (tenant, application)) COMPACT",
    // Events as they came. Rows are added at the end of an application's, since blocks are numbered.
    "CREATE TABLE usage_recent (tenant BIGINT NOT NULL, application BIGINT NOT NULL, block BIGINT NOT NULL, \
     event BYTES NOT NULL, subject BIGINT NOT NULL, feature BIGINT NOT NULL, at BIGINT NOT NULL, \
     PRIMARY KEY (tenant, application, block, event)) COMPACT",
    // What they are folded into, for 35 days: when a person used a feature on a UTC day first and last, and how often.
    "CREATE TABLE usage_act (tenant BIGINT NOT NULL, application BIGINT NOT NULL, utc_day BIGINT NOT NULL, \
     subject BIGINT NOT NULL, feature BIGINT NOT NULL, first BIGINT NOT NULL, last BIGINT NOT NULL, n BIGINT NOT NULL, \
     PRIMARY KEY (tenant, application, utc_day, subject, feature)) COMPACT",
    // The ids of folded events in runs; `life` is 0 while a run grows, 1 while it counts, 2 while it is deleted.
    "CREATE TABLE event_run (tenant BIGINT NOT NULL, application BIGINT NOT NULL, id BIGINT NOT NULL, \
     life BIGINT NOT NULL, events BIGINT NOT NULL, last_day BIGINT NOT NULL, bits BYTES NOT NULL, \
     PRIMARY KEY (tenant, application, id))",
    "CREATE INDEX event_run_by_life ON event_run (tenant, application, life)",
    "CREATE TABLE event_run_part (tenant BIGINT NOT NULL, application BIGINT NOT NULL, run BIGINT NOT NULL, \
     part BIGINT NOT NULL, hashes BYTES NOT NULL, PRIMARY KEY (tenant, application, run, part)) COMPACT",
    // What was kept before is a first block, to be folded like any other.
    "INSERT INTO usage_recent (tenant, application, block, event, subject, feature, at) \
     SELECT tenant, application, 1, event, subject, feature, at FROM usage_event",
    "INSERT INTO event_log (tenant, application, version, folded, rewritten, waiting, since) \
     SELECT tenant, application, 1, 0, 0, COUNT(*), MIN(at) FROM usage_event GROUP BY tenant, application",
    "DROP TABLE usage_event",
];

#[async_trait::async_trait]
impl MigrationTrait for EventLog {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let (bytes, compact) = match manager.get_database_backend() {
            DbBackend::Sqlite => ("BLOB", "WITHOUT ROWID"),
            _ => ("BYTEA", ""),
        };
        for statement in STATEMENTS {
            let sql = statement.replace("BYTES", bytes).replace("COMPACT", compact);
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }
}
