//! Tables of ratings and requests for help.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, integer, text, text_null},
};

pub(super) struct Feedback;

impl MigrationName for Feedback {
    fn name(&self) -> &'static str {
        "m0004_feedback"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Feedback {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("rating")
                    .col(text("organization"))
                    .col(text("course"))
                    .col(text("module"))
                    .col(text("person"))
                    .col(integer("stars"))
                    .col(text("comment"))
                    .col(big_integer("rate_time"))
                    .primary_key(
                        Index::create().col("organization").col("course").col("module").col("person"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("help_request")
                    .col(text("organization"))
                    .col(text("id"))
                    .col(text("person"))
                    .col(text("enrollment"))
                    .col(text("course"))
                    .col(text_null("module"))
                    .col(text("question"))
                    .col(big_integer("create_time"))
                    .col(text_null("answer"))
                    .col(text_null("answerer"))
                    .col(big_integer_null("answer_time"))
                    .primary_key(Index::create().col("organization").col("id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("help_request_by_person")
                    .table("help_request")
                    .col("organization")
                    .col("person")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("help_request_by_course")
                    .table("help_request")
                    .col("organization")
                    .col("course")
                    .col("create_time")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
