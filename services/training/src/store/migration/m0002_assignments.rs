//! Tables of assignments and what they have to look through.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, text, text_null},
};

pub(super) struct Assignments;

impl MigrationName for Assignments {
    fn name(&self) -> &'static str {
        "m0002_assignments"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Assignments {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("assignment")
                    .col(text("organization"))
                    .col(text("id"))
                    .col(text("title"))
                    .col(text_null("curriculum"))
                    .col(text_null("course"))
                    .col(text("audience"))
                    .col(integer("due_working_days"))
                    .col(text("reminders"))
                    .col(boolean("enroll_later"))
                    .col(boolean("first_done"))
                    .col(integer("state"))
                    .col(text_null("source"))
                    .col(text_null("creator"))
                    .col(big_integer("revision"))
                    .col(big_integer("progress_revision"))
                    .col(big_integer("create_time"))
                    .col(big_integer("update_time"))
                    .primary_key(Index::create().col("organization").col("id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("assignment_by_state")
                    .table("assignment")
                    .col("organization")
                    .col("state")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("assignment_by_source")
                    .table("assignment")
                    .col("organization")
                    .col("source")
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("assignment_enrollment")
                    .col(text("organization"))
                    .col(text("assignment"))
                    .col(text("person"))
                    .col(text("course"))
                    .col(text("enrollment"))
                    .primary_key(
                        Index::create().col("organization").col("assignment").col("person").col("course"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("assignment_enrollment_by_enrollment")
                    .table("assignment_enrollment")
                    .col("organization")
                    .col("enrollment")
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("roster")
                    .col(text("organization"))
                    .col(boolean("dirty"))
                    .col(big_integer("check_time"))
                    .primary_key(Index::create().col("organization"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
