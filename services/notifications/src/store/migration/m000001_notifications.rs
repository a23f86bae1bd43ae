//! The inbox, the mails, the preferences.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, integer, text},
};

pub(super) struct Notifications;

impl MigrationName for Notifications {
    fn name(&self) -> &'static str {
        "notifications_000001_notifications"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Notifications {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let notification = Table::create()
            .table("notification")
            .col(text("organization"))
            .col(text("id"))
            .col(text("person"))
            .col(text("kind"))
            .col(text("content"))
            .col(boolean("inbox"))
            .col(boolean("waiting"))
            .col(big_integer("create_time"))
            .col(big_integer_null("read_time"))
            .primary_key(Index::create().col("organization").col("id"))
            .to_owned();
        let delivery = Table::create()
            .table("delivery")
            .col(text("organization"))
            .col(text("id"))
            .col(text("person"))
            .col(text("name"))
            .col(text("address"))
            .col(text("kind"))
            .col(text("language"))
            .col(text("subject"))
            .col(text("text"))
            .col(text("html"))
            .col(text("message_id"))
            .col(integer("day"))
            .col(text("state"))
            .col(integer("attempts"))
            .col(big_integer("next_time"))
            .col(text("last_error"))
            .col(big_integer("create_time"))
            .col(big_integer_null("finish_time"))
            .primary_key(Index::create().col("organization").col("id"))
            .to_owned();
        let preference = Table::create()
            .table("preference")
            .col(text("organization"))
            .col(text("person"))
            .col(text("kind"))
            .col(text("mail"))
            .col(boolean("inbox"))
            .primary_key(Index::create().col("organization").col("person").col("kind"))
            .to_owned();
        for table in [notification, delivery, preference] {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("notification_by_person", "notification", &["organization", "person", "create_time"][..]),
            ("notification_waiting", "notification", &["waiting", "organization", "person"]),
            ("delivery_by_time", "delivery", &["organization", "create_time"]),
            ("delivery_by_person", "delivery", &["organization", "person", "create_time"]),
            ("delivery_due", "delivery", &["state", "next_time"]),
        ] {
            let mut index = Index::create();
            index.name(name).table(table);
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
