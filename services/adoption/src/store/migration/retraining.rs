//! How far the people of each retraining are, as training tells it.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, text},
};

use super::{index, key};

pub(super) struct Retraining;

impl MigrationName for Retraining {
    fn name(&self) -> &'static str {
        "adoption_000004_retraining"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Retraining {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("retraining")
            .col(text("organization"))
            .col(text("assignment"))
            .col(integer("enrolled"))
            .col(integer("completed"))
            .col(boolean("enrolls"))
            .col(boolean("ended"))
            .col(big_integer("revision"))
            .primary_key(&mut key(&["organization", "assignment"]))
            .to_owned();
        manager.create_table(table).await?;
        let by = index("training_step_by_assignment", "training_step", &["organization", "assignment"]);
        manager.create_index(by).await
    }
}
