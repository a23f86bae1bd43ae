//! Organizations, sites, teams, positions and people.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, double_null, integer, integer_null, text, text_null},
};

pub(super) struct Directory;

impl MigrationName for Directory {
    fn name(&self) -> &'static str {
        "identity_000001_directory"
    }
}

/// A table whose key is the organization and an id.
fn resource(table: &'static str) -> TableCreateStatement {
    let mut create = Table::create();
    create
        .table(table)
        .col(text("organization"))
        .col(text("id"))
        .col(big_integer("revision"))
        .col(big_integer("create_time"))
        .primary_key(Index::create().col("organization").col("id"));
    create
}

fn index(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut create = Index::create();
    create.name(name).table(table);
    for column in columns {
        create.col(*column);
    }
    create
}

#[async_trait::async_trait]
impl MigrationTrait for Directory {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            Table::create()
                .table("organization")
                .col(text("organization").primary_key())
                .col(text("display_name"))
                .col(text("languages"))
                .col(integer("calendar"))
                .col(integer("digits"))
                .col(big_integer("sequence"))
                .col(big_integer("revision"))
                .col(big_integer("create_time"))
                .to_owned(),
            resource("site")
                .col(text("display_name"))
                .col(text("name_key"))
                .col(text("time_zone"))
                .to_owned(),
            Table::create()
                .table("site_work_week")
                .col(text("organization"))
                .col(text("site"))
                .col(integer("start_day"))
                .col(integer("days"))
                .primary_key(Index::create().col("organization").col("site").col("start_day"))
                .to_owned(),
            Table::create()
                .table("site_holiday")
                .col(text("organization"))
                .col(text("site"))
                .col(integer("day"))
                .col(text("title"))
                .primary_key(Index::create().col("organization").col("site").col("day"))
                .to_owned(),
            resource("team")
                .col(text("display_name"))
                .col(text_null("parent"))
                .col(big_integer_null("delete_time"))
                .to_owned(),
            resource("position")
                .col(text("display_name"))
                .col(text("name_key"))
                .col(double_null("target_rate"))
                .to_owned(),
            resource("person")
                .col(text("external_id"))
                .col(text("external_key"))
                .col(text("display_name"))
                .col(text("name_key"))
                .col(text("search_key"))
                .col(text_null("email"))
                .col(text_null("email_key"))
                .col(integer("language"))
                .col(integer("calendar"))
                .col(integer("digits"))
                .col(integer("theme"))
                .col(integer("level"))
                .col(text_null("site"))
                .col(text_null("manager"))
                .col(integer("start_day"))
                .col(integer_null("end_day"))
                .col(boolean("can_sign_in"))
                .to_owned(),
            Table::create()
                .table("membership")
                .col(text("organization"))
                .col(text("person"))
                .col(integer("start_day"))
                .col(integer_null("end_day"))
                .col(text("team"))
                .col(text("position"))
                .col(integer("part_time_days"))
                .primary_key(Index::create().col("organization").col("person").col("start_day"))
                .to_owned(),
            Table::create()
                .table("role_grant")
                .col(text("organization"))
                .col(text("person"))
                .col(integer("role"))
                .col(text("team"))
                .primary_key(Index::create().col("organization").col("person").col("role").col("team"))
                .to_owned(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        let indexes = [
            index("site_by_name", "site", &["organization", "name_key"]).unique().to_owned(),
            index("position_by_name", "position", &["organization", "name_key"]).unique().to_owned(),
            index("person_by_external_id", "person", &["organization", "external_key"]).unique().to_owned(),
            index("person_by_email", "person", &["organization", "email_key"]).unique().to_owned(),
            index("person_by_name", "person", &["organization", "name_key", "id"]),
            // Sign-in begins with an address alone.
            index("person_by_email_anywhere", "person", &["email_key"]),
            index("membership_by_team", "membership", &["organization", "team", "person"]),
            index("membership_by_position", "membership", &["organization", "position", "person"]),
            index("role_grant_by_role", "role_grant", &["organization", "role", "person"]),
        ];
        for index in indexes {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
