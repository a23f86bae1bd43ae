//! Passwords, sessions, links and attempts.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, text},
};

pub(super) struct SignIn;

impl MigrationName for SignIn {
    fn name(&self) -> &'static str {
        "identity_000002_sign_in"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for SignIn {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            Table::create()
                .table("credential")
                .col(text("organization"))
                .col(text("person"))
                .col(text("hash"))
                .col(big_integer("change_time"))
                .primary_key(Index::create().col("organization").col("person"))
                .to_owned(),
            Table::create()
                .table("session")
                .col(text("organization"))
                .col(text("id"))
                .col(text("person"))
                .col(big_integer("create_time"))
                .col(big_integer("refresh_time"))
                .col(big_integer("expire_time"))
                .col(big_integer_null("end_time"))
                .primary_key(Index::create().col("organization").col("id"))
                .to_owned(),
            Table::create()
                .table("refresh_token")
                .col(text("organization"))
                .col(text("session"))
                .col(text("hash"))
                .col(big_integer_null("replace_time"))
                .primary_key(Index::create().col("organization").col("session").col("hash"))
                .to_owned(),
            Table::create()
                .table("password_link")
                .col(text("organization"))
                .col(text("hash"))
                .col(text("person"))
                .col(big_integer("expire_time"))
                .primary_key(Index::create().col("organization").col("hash"))
                .to_owned(),
            // Attempts are made before the organization is known; it is empty here.
            Table::create()
                .table("attempt")
                .col(text("organization"))
                .col(text("scope"))
                .col(text("id"))
                .col(big_integer("time"))
                .primary_key(Index::create().col("organization").col("scope").col("id"))
                .to_owned(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("session_by_person", "session", ["organization", "person"]),
            ("password_link_by_person", "password_link", ["organization", "person"]),
            ("attempt_by_time", "attempt", ["organization", "time"]),
        ] {
            let [first, second] = columns;
            manager
                .create_index(Index::create().name(name).table(table).col(first).col(second).to_owned())
                .await?;
        }
        Ok(())
    }
}
