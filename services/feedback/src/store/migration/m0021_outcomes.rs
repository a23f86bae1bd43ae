//! Tables of polls, outcomes and minutes.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, integer, integer_null, text, text_null},
};

pub(super) struct Outcomes;

impl MigrationName for Outcomes {
    fn name(&self) -> &'static str {
        "m0021_outcomes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Outcomes {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let poll = Table::create()
            .table("poll")
            .col(text("organization"))
            .col(text("id"))
            .col(text("meeting"))
            .col(text_null("agenda_item"))
            .col(text("question"))
            .col(text("method"))
            .col(text("options"))
            .col(integer("dots"))
            .col(integer("needed"))
            .col(big_integer("create_time"))
            .col(big_integer_null("close_time"))
            .primary_key(Index::create().col("organization").col("id"))
            .to_owned();
        let poll_stance = Table::create()
            .table("poll_stance")
            .col(text("organization"))
            .col(text("poll"))
            .col(text("person"))
            .col(text("choice"))
            .col(text("reason"))
            .col(big_integer("create_time"))
            .primary_key(Index::create().col("organization").col("poll").col("person"))
            .to_owned();
        let outcome = Table::create()
            .table("outcome")
            .col(text("organization"))
            .col(text("id"))
            .col(text("meeting"))
            .col(text("committee"))
            .col(text("kind"))
            .col(text("text"))
            .col(text_null("agenda_item"))
            .col(text_null("poll"))
            .col(text_null("owner"))
            .col(integer_null("due_day"))
            .col(big_integer_null("done_time"))
            .col(text("follow_up"))
            .col(integer_null("reminded_day"))
            .col(big_integer("create_time"))
            .primary_key(Index::create().col("organization").col("id"))
            .to_owned();
        let outcome_proposal = Table::create()
            .table("outcome_proposal")
            .col(text("organization"))
            .col(text("outcome"))
            .col(text("proposal"))
            .col(text("verdict"))
            .col(integer("place"))
            .primary_key(Index::create().col("organization").col("outcome").col("proposal"))
            .to_owned();
        let minutes = Table::create()
            .table("minutes")
            .col(text("organization"))
            .col(text("meeting"))
            .col(text("language"))
            .col(text("text"))
            .col(text("state"))
            .col(text_null("approver"))
            .col(big_integer("create_time"))
            .col(big_integer_null("approve_time"))
            .col(big_integer("revision"))
            .primary_key(Index::create().col("organization").col("meeting"))
            .to_owned();
        let minutes_correction = Table::create()
            .table("minutes_correction")
            .col(text("organization"))
            .col(text("meeting"))
            .col(integer("number"))
            .col(text("person"))
            .col(text("note"))
            .col(big_integer("create_time"))
            .primary_key(Index::create().col("organization").col("meeting").col("number"))
            .to_owned();
        for table in [poll, poll_stance, outcome, outcome_proposal, minutes, minutes_correction] {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("poll_by_meeting", "poll", &["organization", "meeting"][..]),
            ("outcome_by_meeting", "outcome", &["organization", "meeting"]),
            ("outcome_by_committee", "outcome", &["organization", "committee"]),
            ("outcome_by_owner", "outcome", &["organization", "owner"]),
            ("outcome_due", "outcome", &["due_day"]),
            ("outcome_proposal_by_proposal", "outcome_proposal", &["organization", "proposal"]),
        ] {
            let mut index = Index::create();
            index.name(name).table(table);
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
