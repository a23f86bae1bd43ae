//! The tables that every service's database has for the plumbing: outbox, inbox, request ids.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, text, text_null, text_uniq},
};

/// Kit's own migrations, before the service's.
pub(crate) fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Plumbing)]
}

struct Plumbing;

impl MigrationName for Plumbing {
    fn name(&self) -> &'static str {
        "kit_000001_plumbing"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Plumbing {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("outbox")
                    .col(ColumnDef::new("seq").big_integer().not_null().auto_increment().primary_key())
                    .col(text_uniq("event_id"))
                    .col(text("organization"))
                    .col(text("kind"))
                    .col(big_integer("create_time"))
                    .col(ColumnDef::new("payload").blob().not_null())
                    .col(integer("attempts").default(0))
                    .col(big_integer("next_time").default(0))
                    .col(boolean("dead").default(false))
                    .col(text_null("last_error"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("inbox")
                    .col(text("consumer"))
                    .col(text("event_id"))
                    .col(big_integer("create_time"))
                    .primary_key(Index::create().col("consumer").col("event_id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(Index::create().name("inbox_by_time").table("inbox").col("create_time").to_owned())
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("request_id")
                    .col(text("organization"))
                    .col(text("method"))
                    .col(text("request_id"))
                    .col(ColumnDef::new("fingerprint").blob().not_null())
                    .col(ColumnDef::new("response").blob().not_null())
                    .col(big_integer("create_time"))
                    .primary_key(Index::create().col("organization").col("method").col("request_id"))
                    .to_owned(),
            )
            .await
    }
}
