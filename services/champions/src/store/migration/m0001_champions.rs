//! Programmes, nominations, terms, and who is covered.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, double_null, integer, integer_null, text, text_null},
};

use super::{index, key};

pub(super) struct Champions;

impl MigrationName for Champions {
    fn name(&self) -> &'static str {
        "champions_m0001_champions"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Champions {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            Table::create()
                .table("programme")
                .col(text("organization"))
                .col(text("id"))
                .col(text("title"))
                .col(text("description"))
                .col(text_null("application"))
                .col(text_null("curriculum"))
                .col(integer("term_days"))
                .col(boolean("archived"))
                .col(big_integer("revision"))
                .col(big_integer("create_time"))
                .primary_key(&mut key(&["organization", "id"]))
                .to_owned(),
            Table::create()
                .table("nomination")
                .col(text("organization"))
                .col(text("id"))
                .col(text("programme"))
                .col(text("nominee"))
                .col(text("nominator"))
                .col(text_null("manager"))
                .col(integer("kind"))
                .col(integer("state"))
                .col(text("reason"))
                .col(text("decline_reason"))
                .col(boolean("enrolled"))
                .col(big_integer("create_time"))
                .col(big_integer_null("ask_time"))
                .col(big_integer_null("decide_time"))
                .primary_key(&mut key(&["organization", "id"]))
                .to_owned(),
            Table::create()
                .table("champion")
                .col(text("organization"))
                .col(text("id"))
                .col(text("programme"))
                .col(text("nomination"))
                .col(text("person"))
                .col(text("person_name"))
                .col(text("focus_areas"))
                .col(text("homes"))
                .col(text("granted"))
                .col(integer("start_day"))
                .col(integer("end_day"))
                .col(integer("state"))
                .col(integer("end_reason"))
                .col(boolean("moved"))
                .col(boolean("reminded"))
                .col(boolean("pending"))
                .col(integer("attempt"))
                .col(big_integer("revision"))
                .col(big_integer("create_time"))
                .primary_key(&mut key(&["organization", "id"]))
                .to_owned(),
            Table::create()
                .table("champion_team")
                .col(text("organization"))
                .col(text("champion"))
                .col(text("team"))
                .primary_key(&mut key(&["organization", "champion", "team"]))
                .to_owned(),
            Table::create()
                .table("covered_team")
                .col(text("organization"))
                .col(text("person"))
                .col(text("team"))
                .primary_key(&mut key(&["organization", "person", "team"]))
                .to_owned(),
            Table::create()
                .table("team_coverage")
                .col(text("organization"))
                .col(text("team"))
                .col(text("display_name"))
                .col(text("sort_name"))
                .col(text_null("parent"))
                .col(integer("people"))
                .col(integer("champions"))
                .col(text("covered_by"))
                .col(double_null("load"))
                .col(integer("state"))
                .col(integer("gap_reason"))
                .col(integer_null("gap_since"))
                .primary_key(&mut key(&["organization", "team"]))
                .to_owned(),
            Table::create()
                .table("roster")
                .col(text("organization"))
                .col(boolean("dirty"))
                .col(integer_null("counted_day"))
                .col(boolean("supplied"))
                .primary_key(&mut key(&["organization"]))
                .to_owned(),
            Table::create()
                .table("settings")
                .col(text("organization"))
                .col(integer("people_per_champion"))
                .col(integer("remind_days"))
                .col(big_integer("revision"))
                .primary_key(&mut key(&["organization"]))
                .to_owned(),
        ] {
            manager.create_table(table).await?;
        }
        for index in [
            index("programme_by_application", "programme", &["organization", "application"]),
            index("nomination_by_nominee", "nomination", &["organization", "nominee"]),
            index("nomination_by_nominator", "nomination", &["organization", "nominator"]),
            index("nomination_by_manager", "nomination", &["organization", "manager"]),
            index("nomination_by_state", "nomination", &["state", "enrolled"]),
            index("champion_by_person", "champion", &["organization", "person"]),
            index("champion_by_name", "champion", &["organization", "person_name", "id"]),
            index("champion_pending", "champion", &["pending"]),
            index("champion_by_end", "champion", &["state", "end_day"]),
            index("covered_by_team", "covered_team", &["organization", "team"]),
            index("coverage_by_state", "team_coverage", &["organization", "state", "sort_name"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
