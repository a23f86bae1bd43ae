//! What notifications are about. Nothing is known of those that are there already: for four weeks they count for no application.

use sea_orm_migration::{prelude::*, schema::text_null};

pub(super) struct About;

impl MigrationName for About {
    fn name(&self) -> &'static str {
        "notifications_000003_about"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for About {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let change = Table::alter().table("notification").add_column(text_null("application")).to_owned();
        manager.alter_table(change).await
    }
}
