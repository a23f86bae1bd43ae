//! Tables of budgets, rates and the catalogue.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, text},
};

use super::index;

pub(super) struct Money;

impl MigrationName for Money {
    fn name(&self) -> &'static str {
        "m0001_money"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Money {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            // Money for prizes.
            Table::create()
                .table("budget")
                .col(text("organization"))
                .col(text("id"))
                .col(text("title"))
                .col(text("currency"))
                .col(big_integer("amount_minor"))
                .col(integer("start_day"))
                .col(integer("end_day"))
                .col(big_integer("revision"))
                .col(big_integer("create_time"))
                .primary_key(Index::create().col("organization").col("id"))
                .to_owned(),
            // What an approved redemption took from a budget: one row for each redemption, so that nothing is paid twice.
            Table::create()
                .table("budget_entry")
                .col(text("organization"))
                .col(text("redemption"))
                .col(text("budget"))
                .col(big_integer("amount_minor"))
                .col(text("rate"))
                .col(big_integer("entry_time"))
                .primary_key(Index::create().col("organization").col("redemption"))
                .to_owned(),
            // What one currency is worth in another from a day on.
            Table::create()
                .table("exchange_rate")
                .col(text("organization"))
                .col(text("from_currency"))
                .col(text("to_currency"))
                .col(integer("start_day"))
                .col(text("id"))
                .col(text("rate"))
                .primary_key(
                    Index::create()
                        .col("organization")
                        .col("from_currency")
                        .col("to_currency")
                        .col("start_day"),
                )
                .to_owned(),
            // A reward of the catalogue.
            Table::create()
                .table("reward")
                .col(text("organization"))
                .col(text("id"))
                .col(text("title"))
                .col(text("description"))
                .col(text("kind"))
                .col(text("currency"))
                .col(big_integer("price_minor"))
                .col(boolean("archived"))
                .col(big_integer("revision"))
                .primary_key(Index::create().col("organization").col("id"))
                .to_owned(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [index("budget_entry_by_budget", "budget_entry", &["organization", "budget"])] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
