//! The tables of imports.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, text},
};

/// The migrations of the import tables, for a service that takes files, to be run before its own.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Imports)]
}

struct Imports;

impl MigrationName for Imports {
    fn name(&self) -> &'static str {
        "kit_000020_imports"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Imports {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("import_file")
                    .col(text("organization"))
                    .col(text("id"))
                    .col(text("kind"))
                    .col(integer("state"))
                    .col(boolean("skip_invalid"))
                    .col(text("language"))
                    .col(text("actor"))
                    .col(ColumnDef::new("message").blob().not_null())
                    .col(big_integer("create_time"))
                    .primary_key(Index::create().col("organization").col("id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("import_file_by_state")
                    .table("import_file")
                    .col("state")
                    .col("create_time")
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("import_part")
                    .col(text("organization"))
                    .col(text("import"))
                    .col(big_integer("start"))
                    .col(ColumnDef::new("content").blob().not_null())
                    .primary_key(Index::create().col("organization").col("import").col("start"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("import_mapping")
                    .col(text("organization"))
                    .col(text("kind"))
                    .col(text("columns_key"))
                    .col(ColumnDef::new("mapping").blob().not_null())
                    .col(big_integer("update_time"))
                    .primary_key(Index::create().col("organization").col("kind").col("columns_key"))
                    .to_owned(),
            )
            .await
    }
}
