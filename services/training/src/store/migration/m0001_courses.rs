//! Tables of courses and curricula.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, integer, text, text_null},
};

pub(super) struct Courses;

impl MigrationName for Courses {
    fn name(&self) -> &'static str {
        "m0001_courses"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Courses {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("course")
                    .col(text("organization"))
                    .col(text("id"))
                    .col(text("title"))
                    .col(text("summary"))
                    .col(text_null("application"))
                    .col(text_null("feature"))
                    .col(text("modules"))
                    .col(integer("minutes"))
                    .col(integer("module_count"))
                    .col(text("certificate"))
                    .col(integer("state"))
                    .col(integer("published_version"))
                    .col(big_integer("published_revision"))
                    .col(big_integer("revision"))
                    .col(text("search"))
                    .col(big_integer("create_time"))
                    .col(big_integer("update_time"))
                    .col(big_integer_null("publish_time"))
                    .primary_key(Index::create().col("organization").col("id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("course_by_application")
                    .table("course")
                    .col("organization")
                    .col("application")
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("course_version")
                    .col(text("organization"))
                    .col(text("course"))
                    .col(integer("version"))
                    .col(text("title"))
                    .col(text("summary"))
                    .col(text("modules"))
                    .col(integer("minutes"))
                    .col(integer("module_count"))
                    .col(text("certificate"))
                    .col(big_integer("publish_time"))
                    .col(text_null("publisher"))
                    .col(text("change_note"))
                    .primary_key(Index::create().col("organization").col("course").col("version"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("curriculum")
                    .col(text("organization"))
                    .col(text("id"))
                    .col(text("title"))
                    .col(text("position"))
                    .col(integer("level"))
                    .col(text("steps"))
                    .col(boolean("in_order"))
                    .col(boolean("archived"))
                    .col(big_integer("revision"))
                    .col(big_integer("create_time"))
                    .col(big_integer("update_time"))
                    .primary_key(Index::create().col("organization").col("id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("curriculum_by_position")
                    .table("curriculum")
                    .col("organization")
                    .col("position")
                    .col("level")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
