//! Tables of pulses. Replies have no person and no time, and stand in no order that tells who gave them.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, text, text_null},
};

pub(super) struct Pulses;

impl MigrationName for Pulses {
    fn name(&self) -> &'static str {
        "m0010_pulses"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Pulses {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("pulse")
                    .col(text("organization"))
                    .col(text("id"))
                    .col(text("title"))
                    .col(text_null("application"))
                    .col(text("questions"))
                    .col(text("audience"))
                    .col(text("schedule"))
                    .col(integer("state"))
                    .col(integer("rounds_begun"))
                    .col(big_integer("revision"))
                    .col(big_integer("create_time"))
                    .primary_key(Index::create().col("organization").col("id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("pulse_round")
                    .col(text("organization"))
                    .col(text("pulse"))
                    .col(integer("number"))
                    .col(integer("open_day"))
                    .col(integer("close_day"))
                    .col(integer("asked"))
                    .col(integer("spared"))
                    .col(integer("answered"))
                    .col(boolean("closed"))
                    .primary_key(Index::create().col("organization").col("pulse").col("number"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("pulse_invitation")
                    .col(text("organization"))
                    .col(text("pulse"))
                    .col(integer("number"))
                    .col(text("person"))
                    .col(integer("open_day"))
                    .col(text_null("team"))
                    .col(boolean("answered"))
                    .primary_key(Index::create().col("organization").col("pulse").col("number").col("person"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("pulse_invitation_by_person")
                    .table("pulse_invitation")
                    .col("organization")
                    .col("person")
                    .col("open_day")
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("pulse_reply")
                    .col(text("organization"))
                    .col(text("pulse"))
                    .col(integer("number"))
                    .col(text("id"))
                    .col(text_null("team"))
                    .col(text("answers"))
                    .primary_key(Index::create().col("organization").col("pulse").col("number").col("id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("pulse_settings")
                    .col(text("organization"))
                    .col(integer("days_between"))
                    .primary_key(Index::create().col("organization"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
