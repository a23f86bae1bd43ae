//! On `SQLite`, replies to pulses lie in the order of their random keys from now on: a hidden number told in which order they came.

use sea_orm::{ConnectionTrait, DbBackend};
use sea_orm_migration::prelude::*;

pub(super) struct OrderlessReplies;

impl MigrationName for OrderlessReplies {
    fn name(&self) -> &'static str {
        "m0022_orderless_replies"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for OrderlessReplies {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() != DbBackend::Sqlite {
            return Ok(());
        }
        let db = manager.get_connection();
        for sql in [
            "ALTER TABLE pulse_reply RENAME TO pulse_reply_in_order",
            "CREATE TABLE pulse_reply (organization TEXT NOT NULL, pulse TEXT NOT NULL, number INTEGER NOT NULL, \
             id TEXT NOT NULL, team TEXT, answers TEXT NOT NULL, PRIMARY KEY (organization, pulse, number, id)) \
             WITHOUT ROWID",
            "INSERT INTO pulse_reply SELECT organization, pulse, number, id, team, answers FROM pulse_reply_in_order",
            "DROP TABLE pulse_reply_in_order",
        ] {
            db.execute_unprepared(sql).await?;
        }
        Ok(())
    }
}
