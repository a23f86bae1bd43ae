//! The tables of the copy.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, double_null, integer, integer_null, text, text_null},
};

/// How much of the directory a service keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// Everything.
    All,
    /// Teams, positions, sites and the organization, but nobody's data.
    WithoutPeople,
}

/// The migrations of the copy, to be run before the service's own.
pub fn migrations(parts: Parts) -> Vec<Box<dyn MigrationTrait>> {
    match parts {
        Parts::All => vec![Box::new(Places), Box::new(People)],
        Parts::WithoutPeople => vec![Box::new(Places)],
    }
}

struct Places;

impl MigrationName for Places {
    fn name(&self) -> &'static str {
        "kit_000010_directory_places"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Places {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let resource = |table: &'static str| {
            let mut create = Table::create();
            create
                .table(table)
                .col(text("organization"))
                .col(text("id"))
                .col(big_integer("revision"))
                .primary_key(Index::create().col("organization").col("id"));
            create
        };
        manager
            .create_table(
                Table::create()
                    .table("directory_organization")
                    .col(text("organization").primary_key())
                    .col(big_integer("revision"))
                    .col(ColumnDef::new("payload").blob().not_null())
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                resource("directory_site").col(ColumnDef::new("payload").blob().not_null()).to_owned(),
            )
            .await?;
        manager
            .create_table(
                resource("directory_position")
                    .col(text("display_name"))
                    .col(double_null("target_rate"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                resource("directory_team")
                    .col(text("display_name"))
                    .col(text_null("parent"))
                    .col(text("ancestors"))
                    .col(big_integer_null("delete_time"))
                    .to_owned(),
            )
            .await
    }
}

struct People;

impl MigrationName for People {
    fn name(&self) -> &'static str {
        "kit_000011_directory_people"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for People {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("directory_person")
                    .col(text("organization"))
                    .col(text("id"))
                    .col(big_integer("revision"))
                    .col(text("external_id"))
                    .col(text("external_key"))
                    .col(text("display_name"))
                    .col(text("email"))
                    .col(text("email_key"))
                    .col(integer("language"))
                    .col(integer("calendar"))
                    .col(integer("digits"))
                    .col(integer("level"))
                    .col(text_null("site"))
                    .col(text_null("manager"))
                    .col(integer("start_day"))
                    .col(integer_null("end_day"))
                    .col(boolean("can_sign_in"))
                    .primary_key(Index::create().col("organization").col("id"))
                    .to_owned(),
            )
            .await?;
        for (name, column) in [
            ("directory_person_by_external", "external_key"),
            ("directory_person_by_email", "email_key"),
            ("directory_person_by_site", "site"),
            ("directory_person_by_manager", "manager"),
        ] {
            let index = Index::create()
                .name(name)
                .table("directory_person")
                .col("organization")
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("directory_membership")
                    .col(text("organization"))
                    .col(text("person"))
                    .col(integer("seq"))
                    .col(text("team"))
                    .col(text("position"))
                    .col(integer("start_day"))
                    .col(integer_null("end_day"))
                    .col(integer("part_time_days"))
                    .primary_key(Index::create().col("organization").col("person").col("seq"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("directory_membership_by_team")
                    .table("directory_membership")
                    .col("organization")
                    .col("team")
                    .col("person")
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("directory_role")
                    .col(text("organization"))
                    .col(text("person"))
                    .col(integer("role"))
                    .col(text("team"))
                    .primary_key(Index::create().col("organization").col("person").col("role").col("team"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("directory_role_by_role")
                    .table("directory_role")
                    .col("organization")
                    .col("role")
                    .col("team")
                    .to_owned(),
            )
            .await
    }
}
