//! The champions' own space.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, text, text_null},
};

use super::{index, key};

pub(super) struct Space;

impl MigrationName for Space {
    fn name(&self) -> &'static str {
        "champions_m0003_space"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Space {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            Table::create()
                .table("post")
                .col(text("organization"))
                .col(text("id"))
                .col(text("title"))
                .col(text("text"))
                .col(text("language"))
                .col(text("author"))
                .col(integer("answer_count"))
                .col(boolean("hidden"))
                .col(big_integer("create_time"))
                .primary_key(&mut key(&["organization", "id"]))
                .to_owned(),
            Table::create()
                .table("post_answer")
                .col(text("organization"))
                .col(text("id"))
                .col(text("post"))
                .col(text("text"))
                .col(text("author"))
                .col(integer("thanks"))
                .col(text_null("article"))
                .col(boolean("hidden"))
                .col(big_integer("create_time"))
                .primary_key(&mut key(&["organization", "id"]))
                .to_owned(),
            Table::create()
                .table("answer_thanks")
                .col(text("organization"))
                .col(text("answer"))
                .col(text("person"))
                .primary_key(&mut key(&["organization", "answer", "person"]))
                .to_owned(),
            Table::create()
                .table("post_report")
                .col(text("organization"))
                .col(text("post"))
                .col(text("answer"))
                .col(text("person"))
                .col(text("reason"))
                .col(boolean("settled"))
                .col(big_integer("create_time"))
                .primary_key(&mut key(&["organization", "post", "answer", "person"]))
                .to_owned(),
        ] {
            manager.create_table(table).await?;
        }
        for index in [
            index("post_by_author", "post", &["organization", "author", "create_time"]),
            index("post_answer_by_post", "post_answer", &["organization", "post", "id"]),
            index("post_answer_by_author", "post_answer", &["organization", "author", "create_time"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
