//! The first tables.
//!
//! Written in SQL because of what a builder has no word for: on `SQLite` the tables with a compact key have no row id,
//! so that a row is one entry of one tree.

use sea_orm::DbBackend;
use sea_orm_migration::prelude::*;

pub(super) struct Tables;

impl MigrationName for Tables {
    fn name(&self) -> &'static str {
        "telemetry_000001_tables"
    }
}

/// `BYTES` and `COMPACT` stand for what the databases call differently.
const TABLES: &[&str] = &[
    // An organization as a number, for the tables that grow with every act.
    "CREATE TABLE tenant (organization TEXT PRIMARY KEY, id BIGINT NOT NULL UNIQUE)",
    "CREATE TABLE application (organization TEXT NOT NULL, id TEXT NOT NULL, ordinal BIGINT NOT NULL, \
     title_en TEXT NOT NULL, title_fa TEXT NOT NULL, title_ar TEXT NOT NULL, create_time BIGINT NOT NULL, \
     delete_time BIGINT, last_event_time BIGINT, revision BIGINT NOT NULL, PRIMARY KEY (organization, id), \
     UNIQUE (organization, ordinal))",
    // `known` is false for a feature that events name and nobody entered.
    "CREATE TABLE feature (organization TEXT NOT NULL, application TEXT NOT NULL, ordinal BIGINT NOT NULL, \
     code TEXT NOT NULL, code_key TEXT NOT NULL, title_en TEXT NOT NULL, title_fa TEXT NOT NULL, \
     title_ar TEXT NOT NULL, known BOOLEAN NOT NULL, create_time BIGINT NOT NULL, \
     PRIMARY KEY (organization, application, ordinal), UNIQUE (organization, application, code_key))",
    "CREATE TABLE core_task (organization TEXT NOT NULL, application TEXT NOT NULL, id TEXT NOT NULL, \
     position TEXT NOT NULL, feature BIGINT, create_time BIGINT NOT NULL, \
     PRIMARY KEY (organization, application, id))",
    "CREATE TABLE api_key (organization TEXT NOT NULL, application TEXT NOT NULL, id TEXT NOT NULL UNIQUE, \
     display_name TEXT NOT NULL, hash BYTES NOT NULL, create_time BIGINT NOT NULL, revoke_time BIGINT, \
     PRIMARY KEY (organization, application, id))",
    // Whom events name, in the directory or not.
    "CREATE TABLE subject (organization TEXT NOT NULL, ordinal BIGINT NOT NULL, external_id TEXT NOT NULL, \
     external_key TEXT NOT NULL, last_day BIGINT NOT NULL, PRIMARY KEY (organization, ordinal), \
     UNIQUE (organization, external_key))",
    // Raw events, for 35 days.
    "CREATE TABLE usage_event (tenant BIGINT NOT NULL, application BIGINT NOT NULL, event BYTES NOT NULL, \
     utc_day BIGINT NOT NULL, subject BIGINT NOT NULL, feature BIGINT NOT NULL, at BIGINT NOT NULL, \
     PRIMARY KEY (tenant, application, event)) COMPACT",
    "CREATE INDEX usage_event_by_day ON usage_event (tenant, application, utc_day, subject, feature, at)",
    // People active on a core task on a day: how many, for ever, and who, for 13 weeks; and how many were expected.
    "CREATE TABLE day_mark (tenant BIGINT NOT NULL, application BIGINT NOT NULL, day BIGINT NOT NULL, \
     active BIGINT NOT NULL, eligible BIGINT NOT NULL, \
     bits BYTES, PRIMARY KEY (tenant, application, day)) COMPACT",
    // Days to be counted again; `what` is 0 for usage and 1 for data quality, `stamp` grows with each marking.
    "CREATE TABLE dirty_day (tenant BIGINT NOT NULL, application BIGINT NOT NULL, what BIGINT NOT NULL, \
     day BIGINT NOT NULL, stamp BIGINT NOT NULL, PRIMARY KEY (tenant, application, what, day)) COMPACT",
    // Organizations whose directory changed since they were counted; `seen` is the stamp that was counted.
    "CREATE TABLE dirty_directory (organization TEXT PRIMARY KEY, stamp BIGINT NOT NULL, seen BIGINT NOT NULL)",
    // Up to which day a site was counted.
    "CREATE TABLE counted_site (tenant BIGINT NOT NULL, application BIGINT NOT NULL, site TEXT NOT NULL, \
     through_day BIGINT NOT NULL, PRIMARY KEY (tenant, application, site)) COMPACT",
    "CREATE TABLE cell (tenant BIGINT NOT NULL, id BIGINT NOT NULL, team TEXT NOT NULL, position TEXT NOT NULL, \
     site TEXT NOT NULL, PRIMARY KEY (tenant, id), UNIQUE (tenant, team, position, site))",
    "CREATE TABLE team_day (tenant BIGINT NOT NULL, application BIGINT NOT NULL, day BIGINT NOT NULL, \
     cell BIGINT NOT NULL, eligible BIGINT NOT NULL, active BIGINT NOT NULL, new_members BIGINT NOT NULL, \
     revision BIGINT NOT NULL, \
     PRIMARY KEY (tenant, application, day, cell)) COMPACT",
    "CREATE TABLE week (tenant BIGINT NOT NULL, application BIGINT NOT NULL, week_end BIGINT NOT NULL, \
     final BOOLEAN NOT NULL, dirty BIGINT NOT NULL, PRIMARY KEY (tenant, application, week_end)) COMPACT",
    // `figures` is the contract's TeamWeek as it is published, `evidence` its TeamEvidence.
    "CREATE TABLE team_week (tenant BIGINT NOT NULL, application BIGINT NOT NULL, team TEXT NOT NULL, \
     position TEXT NOT NULL, week_end BIGINT NOT NULL, final BOOLEAN NOT NULL, active_days BIGINT NOT NULL, \
     figures BYTES NOT NULL, evidence BYTES, PRIMARY KEY (tenant, application, team, position, week_end)) COMPACT",
    "CREATE INDEX team_week_by_week ON team_week (tenant, application, week_end, position, team)",
    // Reports of data quality, for 35 days.
    "CREATE TABLE quality_report (tenant BIGINT NOT NULL, application BIGINT NOT NULL, report BYTES NOT NULL, \
     day BIGINT NOT NULL, subject BIGINT, team TEXT NOT NULL, feature BIGINT NOT NULL, complete BIGINT NOT NULL, \
     incomplete BIGINT NOT NULL, duplicate BIGINT NOT NULL, corrected BIGINT NOT NULL, \
     PRIMARY KEY (tenant, application, report)) COMPACT",
    "CREATE INDEX quality_report_by_day ON quality_report (tenant, application, day)",
    "CREATE TABLE quality_day (tenant BIGINT NOT NULL, application BIGINT NOT NULL, day BIGINT NOT NULL, \
     team TEXT NOT NULL, feature BIGINT NOT NULL, complete BIGINT NOT NULL, incomplete BIGINT NOT NULL, \
     duplicate BIGINT NOT NULL, corrected BIGINT NOT NULL, \
     PRIMARY KEY (tenant, application, day, team, feature)) COMPACT",
];

#[async_trait::async_trait]
impl MigrationTrait for Tables {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let (bytes, compact) = match manager.get_database_backend() {
            DbBackend::Sqlite => ("BLOB", "WITHOUT ROWID"),
            _ => ("BYTEA", ""),
        };
        for table in TABLES {
            let sql = table.replace("BYTES", bytes).replace("COMPACT", compact);
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }
}
