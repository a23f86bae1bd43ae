//! What champions do, are asked for and pass on.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, integer, integer_null, text, text_null},
};

use super::{index, key};

pub(super) struct Work;

impl MigrationName for Work {
    fn name(&self) -> &'static str {
        "champions_m0002_work"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Work {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            Table::create()
                .table("check_in")
                .col(text("organization"))
                .col(text("id"))
                .col(text("person"))
                .col(text("team"))
                .col(integer("kind"))
                .col(text("note"))
                .col(integer("day"))
                .col(integer_null("follow_up_day"))
                .col(big_integer_null("follow_up_time"))
                .col(boolean("reminded"))
                .col(text_null("visit"))
                .col(big_integer("create_time"))
                .primary_key(&mut key(&["organization", "id"]))
                .to_owned(),
            Table::create()
                .table("visit")
                .col(text("organization"))
                .col(text("id"))
                .col(text("team"))
                .col(text("reason"))
                .col(text("source"))
                .col(text_null("flag"))
                .col(integer("due_day"))
                .col(boolean("made"))
                .col(integer("asked"))
                .col(big_integer("create_time"))
                .col(big_integer_null("make_time"))
                .primary_key(&mut key(&["organization", "id"]))
                .to_owned(),
            Table::create()
                .table("forwarded_help")
                .col(text("organization"))
                .col(text("id"))
                .col(text("team"))
                .col(text("person"))
                .col(text("course_title"))
                .col(text("question"))
                .col(text("answer"))
                .col(text_null("answerer"))
                .col(big_integer("create_time"))
                .col(big_integer_null("answer_time"))
                .primary_key(&mut key(&["organization", "id"]))
                .to_owned(),
            Table::create()
                .table("material")
                .col(text("organization"))
                .col(text("id"))
                .col(text("title"))
                .col(text("message"))
                .col(text_null("article"))
                .col(text_null("course"))
                .col(text_null("application"))
                .col(text("barriers"))
                .col(boolean("supplied"))
                .col(big_integer("revision"))
                .col(big_integer("update_time"))
                .primary_key(&mut key(&["organization", "id"]))
                .to_owned(),
            Table::create()
                .table("champion_thanks")
                .col(text("organization"))
                .col(text("id"))
                .col(text("champion"))
                .col(text("champion_person"))
                .col(text("person"))
                .col(text("text"))
                .col(big_integer("create_time"))
                .primary_key(&mut key(&["organization", "id"]))
                .to_owned(),
        ] {
            manager.create_table(table).await?;
        }
        for index in [
            index("check_in_by_person", "check_in", &["organization", "person", "id"]),
            index("check_in_by_team", "check_in", &["organization", "team", "id"]),
            index("check_in_follow_up", "check_in", &["reminded", "follow_up_day"]),
            index("visit_by_source", "visit", &["organization", "source", "team"]).unique().to_owned(),
            index("visit_by_team", "visit", &["organization", "team", "made", "due_day"]),
            index("forwarded_help_by_team", "forwarded_help", &["organization", "team", "id"]),
            index(
                "champion_thanks_by_champion",
                "champion_thanks",
                &["organization", "champion_person", "id"],
            ),
            index(
                "champion_thanks_by_person",
                "champion_thanks",
                &["organization", "person", "champion", "create_time"],
            ),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
