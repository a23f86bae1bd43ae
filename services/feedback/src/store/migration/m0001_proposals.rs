//! Tables of proposals.
//!
//! On `SQLite`, tables with rows of anonymous writers are `WITHOUT ROWID`: they lie in the order of their random keys, and no hidden
//! number tells in which order they came.

use sea_orm::DbBackend;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, text, text_null},
};

pub(super) struct Proposals;

impl MigrationName for Proposals {
    fn name(&self) -> &'static str {
        "m0001_proposals"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Proposals {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let orderless = |table: &mut TableCreateStatement| {
            if manager.get_database_backend() == DbBackend::Sqlite {
                table.extra("WITHOUT ROWID");
            }
            table.to_owned()
        };
        manager.create_table(orderless(&mut proposal())).await?;
        manager.create_table(orderless(&mut comment())).await?;
        manager.create_table(orderless(&mut attachment())).await?;
        for table in others() {
            manager.create_table(table).await?;
        }
        for (table, name, columns, unique) in [
            ("proposal", "proposal_by_secret", &["organization", "secret_hash"][..], true),
            ("proposal", "proposal_by_day", &["organization", "day"], false),
            ("proposal", "proposal_by_person", &["organization", "proposer", "day"], false),
            ("proposal", "proposal_by_application", &["organization", "application", "day"], false),
            ("proposal", "proposal_by_review", &["organization", "reviewed", "day"], false),
            ("proposal_comment", "proposal_comment_by_author", &["organization", "author", "place"], false),
            ("proposal_comment", "proposal_comment_by_review", &["organization", "reviewed", "day"], false),
            ("proposal_comment", "proposal_comment_by_told", &["told", "day"], false),
            ("proposal_vote", "proposal_vote_by_person", &["organization", "person"], false),
            ("proposal_follower", "proposal_follower_by_person", &["organization", "person"], false),
            ("proposal_tag", "proposal_tag_by_tag", &["organization", "tag_key", "proposal"], false),
        ] {
            let mut index = Index::create();
            index.name(name).table(table);
            for column in columns {
                index.col(*column);
            }
            if unique {
                index.unique();
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn proposal() -> TableCreateStatement {
    Table::create()
        .table("proposal")
        .col(text("organization"))
        .col(text("id"))
        .col(integer("kind"))
        .col(text("title"))
        .col(text("body"))
        .col(integer("language"))
        .col(text("application"))
        .col(text_null("feature"))
        .col(integer("topic"))
        .col(integer("tone"))
        .col(text_null("proposer"))
        .col(text_null("team"))
        .col(text_null("secret_hash"))
        .col(integer("status"))
        .col(text("answer"))
        .col(text_null("duplicate_of"))
        .col(text("tags"))
        .col(integer("votes"))
        .col(integer("comments"))
        .col(text_null("hidden"))
        .col(boolean("reviewed"))
        .col(integer("day"))
        .col(big_integer("revision"))
        .primary_key(Index::create().col("organization").col("id"))
        .to_owned()
}

fn comment() -> TableCreateStatement {
    Table::create()
        .table("proposal_comment")
        .col(text("organization"))
        .col(text("proposal"))
        .col(text("id"))
        .col(text_null("author"))
        .col(text("text"))
        .col(text("mentions"))
        .col(integer("day"))
        // 0 for a person, 1 for the writer of an anonymous proposal, who stands at the end of the day.
        .col(integer("late"))
        // Microseconds for a person, a running number for the writer of an anonymous proposal.
        .col(big_integer("place"))
        .col(text_null("hidden"))
        .col(boolean("reviewed"))
        .col(boolean("told"))
        .primary_key(Index::create().col("organization").col("proposal").col("id"))
        .to_owned()
}

fn attachment() -> TableCreateStatement {
    Table::create()
        .table("proposal_attachment")
        .col(text("organization"))
        .col(text("proposal"))
        .col(text("id"))
        .col(text("content_type"))
        .col(text("description"))
        .col(integer("width"))
        .col(integer("height"))
        .col(integer("size"))
        .col(ColumnDef::new("content").blob().not_null())
        .primary_key(Index::create().col("organization").col("proposal").col("id"))
        .to_owned()
}

fn others() -> Vec<TableCreateStatement> {
    vec![
        Table::create()
            .table("proposal_change")
            .col(text("organization"))
            .col(text("proposal"))
            .col(integer("seq"))
            .col(integer("status"))
            .col(text("answer"))
            .col(text("actor"))
            .col(text_null("decision"))
            .col(big_integer("change_time"))
            .primary_key(Index::create().col("organization").col("proposal").col("seq"))
            .to_owned(),
        Table::create()
            .table("proposal_vote")
            .col(text("organization"))
            .col(text("proposal"))
            .col(text("person"))
            .col(text_null("team"))
            .col(integer("day"))
            .primary_key(Index::create().col("organization").col("proposal").col("person"))
            .to_owned(),
        Table::create()
            .table("proposal_follower")
            .col(text("organization"))
            .col(text("proposal"))
            .col(text("person"))
            .primary_key(Index::create().col("organization").col("proposal").col("person"))
            .to_owned(),
        Table::create()
            .table("proposal_tag")
            .col(text("organization"))
            .col(text("proposal"))
            .col(text("tag_key"))
            .col(text("tag"))
            .primary_key(Index::create().col("organization").col("proposal").col("tag_key"))
            .to_owned(),
        Table::create()
            .table("proposal_report")
            .col(text("organization"))
            .col(text("proposal"))
            // Empty for the proposal itself.
            .col(text("comment"))
            .col(text("person"))
            .col(text("reason"))
            .col(big_integer("report_time"))
            .primary_key(Index::create().col("organization").col("proposal").col("comment").col("person"))
            .to_owned(),
    ]
}
