//! Starts in two halves that a coin made.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, text},
};

use super::{index, key};

pub(super) struct StagedStarts;

impl MigrationName for StagedStarts {
    fn name(&self) -> &'static str {
        "champions_m0004_staged_starts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for StagedStarts {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            Table::create()
                .table("staged_start")
                .col(text("organization"))
                .col(text("id"))
                .col(text("programme"))
                .col(integer("start_day"))
                .col(big_integer("create_time"))
                .primary_key(&mut key(&["organization", "id"]))
                .to_owned(),
            Table::create()
                .table("staged_team")
                .col(text("organization"))
                .col(text("staged_start"))
                .col(text("team"))
                .col(boolean("starts_now"))
                .primary_key(&mut key(&["organization", "staged_start", "team"]))
                .to_owned(),
        ] {
            manager.create_table(table).await?;
        }
        for index in [
            index("staged_start_by_programme", "staged_start", &["organization", "programme"]),
            index("staged_team_by_team", "staged_team", &["organization", "team"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
