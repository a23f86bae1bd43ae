//! Who is excused from an assignment, and why.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, text, text_null},
};

pub(super) struct Excuses;

impl MigrationName for Excuses {
    fn name(&self) -> &'static str {
        "m0005_excuses"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Excuses {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("excuse")
                    .col(text("organization"))
                    .col(text("assignment"))
                    .col(text("person"))
                    .col(text("reason"))
                    .col(text_null("excuser"))
                    .col(big_integer("excuse_time"))
                    .primary_key(Index::create().col("organization").col("assignment").col("person"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("excuse_by_person")
                    .table("excuse")
                    .col("organization")
                    .col("person")
                    .to_owned(),
            )
            .await
    }
}
