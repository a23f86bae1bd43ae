//! Tables of challenges, their frozen rosters and what was measured.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, integer, integer_null, text, text_null},
};

use super::index;

pub(super) struct Challenges;

impl MigrationName for Challenges {
    fn name(&self) -> &'static str {
        "m0002_challenges"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Challenges {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            // A challenge.
            Table::create()
                .table("challenge")
                .col(text("organization"))
                .col(text("id"))
                .col(text("title"))
                .col(text("description"))
                .col(text("measure"))
                .col(text("application"))
                .col(text("courses"))
                .col(integer("start_day"))
                .col(integer("weeks"))
                .col(integer("target_percent"))
                .col(integer("participation_percent"))
                .col(text_null("currency"))
                .col(big_integer_null("prize_minor"))
                .col(text_null("budget"))
                .col(text("state"))
                .col(text_null("source"))
                .col(big_integer_null("announce_time"))
                .col(integer_null("announce_day"))
                .col(text("cancel_reason"))
                .col(text_null("award"))
                .col(big_integer("revision"))
                .col(big_integer("create_time"))
                .primary_key(Index::create().col("organization").col("id"))
                .to_owned(),
            // A team of a challenge.
            Table::create()
                .table("challenge_team")
                .col(text("organization"))
                .col(text("challenge"))
                .col(text("team"))
                .col(integer("seq"))
                .col(text_null("part"))
                .col(integer_null("qualifies_day"))
                .col(text("measured"))
                .col(integer("members"))
                .primary_key(Index::create().col("organization").col("challenge").col("team"))
                .to_owned(),
            // Who is on the frozen roster of a team.
            Table::create()
                .table("challenge_member")
                .col(text("organization"))
                .col(text("challenge"))
                .col(text("person"))
                .col(text("team"))
                .col(boolean("measured"))
                .primary_key(Index::create().col("organization").col("challenge").col("person"))
                .to_owned(),
            // What was measured of a team: the baseline (`seq` -1), then week by week.
            Table::create()
                .table("challenge_sums")
                .col(text("organization"))
                .col(text("challenge"))
                .col(text("team"))
                .col(integer("seq"))
                .col(text("sums"))
                .primary_key(Index::create().col("organization").col("challenge").col("team").col("seq"))
                .to_owned(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            index("challenge_by_state", "challenge", &["state"]),
            index("challenge_by_source", "challenge", &["organization", "source"]),
            index("challenge_team_by_team", "challenge_team", &["organization", "team"]),
            index("challenge_member_by_person", "challenge_member", &["organization", "person"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
