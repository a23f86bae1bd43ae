//! Tables of thanks.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, text, text_null},
};

use super::index;

pub(super) struct Recognition;

impl MigrationName for Recognition {
    fn name(&self) -> &'static str {
        "m0004_recognition"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Recognition {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            // A value of the organization.
            Table::create()
                .table("value")
                .col(text("organization"))
                .col(text("id"))
                .col(text("title"))
                .col(text("description"))
                .col(boolean("archived"))
                .col(big_integer("revision"))
                .primary_key(Index::create().col("organization").col("id"))
                .to_owned(),
            // Thanks.
            Table::create()
                .table("recognition")
                .col(text("organization"))
                .col(text("id"))
                .col(text("giver"))
                .col(text_null("team"))
                .col(text("value"))
                .col(text("message"))
                .col(text("message_key"))
                .col(text("state"))
                .col(text("hide_reason"))
                .col(big_integer("create_time"))
                .primary_key(Index::create().col("organization").col("id"))
                .to_owned(),
            // Who is thanked.
            Table::create()
                .table("recognition_person")
                .col(text("organization"))
                .col(text("recognition"))
                .col(text("person"))
                .col(integer("seq"))
                .primary_key(Index::create().col("organization").col("recognition").col("person"))
                .to_owned(),
            // Who left the wall.
            Table::create()
                .table("off_wall")
                .col(text("organization"))
                .col(text("person"))
                .col(big_integer("leave_time"))
                .primary_key(Index::create().col("organization").col("person"))
                .to_owned(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            index("recognition_by_giver", "recognition", &["organization", "giver", "create_time"]),
            index("recognition_person_by_person", "recognition_person", &["organization", "person"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
