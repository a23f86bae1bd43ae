//! The knowledge base, and the articles that an answer names.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, integer, text, text_null},
};

pub(super) struct Articles;

impl MigrationName for Articles {
    fn name(&self) -> &'static str {
        "m0006_articles"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Articles {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("article")
                    .col(text("organization"))
                    .col(text("id"))
                    .col(text("draft"))
                    .col(text_null("shown"))
                    // Of what readers see, else of the draft: what lists ask for.
                    .col(text_null("application"))
                    .col(text("courses"))
                    .col(integer("state"))
                    .col(integer("published_version"))
                    .col(text_null("source"))
                    .col(integer("helped"))
                    .col(integer("not_helped"))
                    .col(big_integer("revision"))
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
                    .name("article_by_source")
                    .table("article")
                    .col("organization")
                    .col("source")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("article_version")
                    .col(text("organization"))
                    .col(text("article"))
                    .col(integer("version"))
                    .col(text("title"))
                    .col(text("body"))
                    .col(big_integer("publish_time"))
                    .primary_key(Index::create().col("organization").col("article").col("version"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("article_feedback")
                    .col(text("organization"))
                    .col(text("article"))
                    .col(text("person"))
                    .col(boolean("helped"))
                    .col(big_integer("say_time"))
                    .primary_key(Index::create().col("organization").col("article").col("person"))
                    .to_owned(),
            )
            .await?;
        manager
            .alter_table(
                Table::alter().table("help_request").add_column(text("articles").default("[]")).to_owned(),
            )
            .await
    }
}
