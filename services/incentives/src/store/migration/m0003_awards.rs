//! Tables of awards and redemptions.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, integer, text, text_null},
};

use super::index;

pub(super) struct Awards;

impl MigrationName for Awards {
    fn name(&self) -> &'static str {
        "m0003_awards"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Awards {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            // A prize of teams. There is no place in it for a person.
            Table::create()
                .table("award")
                .col(text("organization"))
                .col(text("id"))
                .col(text("challenge"))
                .col(text("currency"))
                .col(big_integer("prize_minor"))
                .col(text("budget"))
                .col(text("state"))
                .col(text_null("reward"))
                .col(text_null("redemption"))
                .col(text("reject_reason"))
                .col(big_integer("create_time"))
                .primary_key(Index::create().col("organization").col("id"))
                .to_owned(),
            // A team that shares an award.
            Table::create()
                .table("award_team")
                .col(text("organization"))
                .col(text("award"))
                .col(text("team"))
                .col(integer("seq"))
                .primary_key(Index::create().col("organization").col("award").col("team"))
                .to_owned(),
            // A reward that was proposed for an award.
            Table::create()
                .table("award_option")
                .col(text("organization"))
                .col(text("award"))
                .col(text("reward"))
                .col(integer("seq"))
                .primary_key(Index::create().col("organization").col("award").col("reward"))
                .to_owned(),
            // What a member said about an award: so that each has one vote.
            Table::create()
                .table("voice")
                .col(text("organization"))
                .col(text("award"))
                .col(text("person"))
                .col(text_null("choice"))
                .col(integer("proposals"))
                .primary_key(Index::create().col("organization").col("award").col("person"))
                .to_owned(),
            // A reward on its way to its use. There is no place in it for a person.
            Table::create()
                .table("redemption")
                .col(text("organization"))
                .col(text("id"))
                .col(text("award"))
                .col(text("reward"))
                .col(text("reward_title"))
                .col(text("currency"))
                .col(big_integer("cost_minor"))
                .col(text("budget"))
                .col(text_null("paid_currency"))
                .col(big_integer_null("paid_minor"))
                .col(text("rate"))
                .col(text("state"))
                .col(text("reject_reason"))
                .col(text_null("voucher_hash"))
                .col(big_integer("request_time"))
                .col(big_integer_null("decide_time"))
                .col(big_integer_null("use_time"))
                .col(big_integer("revision"))
                .primary_key(Index::create().col("organization").col("id"))
                .to_owned(),
            // Who decided about a redemption: written once, for whoever checks the books.
            Table::create()
                .table("approval")
                .col(text("organization"))
                .col(text("redemption"))
                .col(text("approver"))
                .col(boolean("approved"))
                .col(big_integer("approve_time"))
                .primary_key(Index::create().col("organization").col("redemption"))
                .to_owned(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            index("award_by_challenge", "award", &["organization", "challenge"]),
            index("redemption_by_voucher", "redemption", &["organization", "voucher_hash"]),
            index("redemption_by_award", "redemption", &["organization", "award"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
