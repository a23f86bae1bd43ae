//! Files that come with mails.

use sea_orm_migration::{
    prelude::*,
    schema::{blob, integer, text},
};

pub(super) struct Attachments;

impl MigrationName for Attachments {
    fn name(&self) -> &'static str {
        "notifications_000002_attachments"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Attachments {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("delivery_attachment")
            .col(text("organization"))
            .col(text("delivery"))
            .col(integer("place"))
            .col(text("file_name"))
            .col(text("content_type"))
            .col(blob("content"))
            .primary_key(Index::create().col("organization").col("delivery").col("place"))
            .to_owned();
        manager.create_table(table).await
    }
}
