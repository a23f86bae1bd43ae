//! Tables of committees and of what they meet for.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, boolean, integer, integer_null, text, text_null},
};

pub(super) struct Committees;

impl MigrationName for Committees {
    fn name(&self) -> &'static str {
        "m0020_committees"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Committees {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let committee = Table::create()
            .table("committee")
            .col(text("organization"))
            .col(text("id"))
            .col(text("title"))
            .col(text("purpose"))
            .col(text("kind"))
            .col(text_null("application"))
            .col(text("teams"))
            .col(integer("start_day"))
            .col(integer_null("end_day"))
            .col(integer("quorum_percent"))
            .col(text("state"))
            .col(big_integer("create_time"))
            .col(big_integer("revision"))
            .primary_key(Index::create().col("organization").col("id"))
            .to_owned();
        let committee_member = Table::create()
            .table("committee_member")
            .col(text("organization"))
            .col(text("committee"))
            .col(text("person"))
            .col(text("role"))
            .col(integer("start_day"))
            .col(integer_null("end_day"))
            .primary_key(Index::create().col("organization").col("committee").col("person"))
            .to_owned();
        let meeting = Table::create()
            .table("meeting")
            .col(text("organization"))
            .col(text("id"))
            .col(text("committee"))
            .col(text("title"))
            .col(big_integer("start_time"))
            .col(integer("minutes"))
            .col(text("zone"))
            .col(text("location"))
            .col(text("guests"))
            .col(text("state"))
            .col(integer("sequence"))
            .col(text("cancel_reason"))
            .col(big_integer_null("open_time"))
            .col(big_integer_null("close_time"))
            .col(integer("quorum_percent"))
            .col(big_integer("create_time"))
            .col(big_integer("revision"))
            .primary_key(Index::create().col("organization").col("id"))
            .to_owned();
        let meeting_attendee = Table::create()
            .table("meeting_attendee")
            .col(text("organization"))
            .col(text("meeting"))
            .col(text("person"))
            .col(text_null("role"))
            .col(text("response"))
            .col(boolean("present"))
            .col(integer("place"))
            .primary_key(Index::create().col("organization").col("meeting").col("person"))
            .to_owned();
        let agenda_item = Table::create()
            .table("agenda_item")
            .col(text("organization"))
            .col(text("meeting"))
            .col(text("id"))
            .col(text("title"))
            .col(text("description"))
            .col(text("source"))
            .col(text_null("presenter"))
            .col(integer("minutes"))
            .col(text("proposals"))
            .col(text_null("flag"))
            .col(text_null("task"))
            .col(text("adder"))
            .col(text("notes"))
            .col(integer("place"))
            .col(text_null("suggestion"))
            .primary_key(Index::create().col("organization").col("meeting").col("id"))
            .to_owned();
        let agenda_suggestion = Table::create()
            .table("agenda_suggestion")
            .col(text("organization"))
            .col(text("committee"))
            .col(text("suggestion"))
            .col(text("title"))
            .col(text("description"))
            .col(text_null("flag"))
            .col(boolean("dismissed"))
            .col(big_integer("create_time"))
            .primary_key(Index::create().col("organization").col("committee").col("suggestion"))
            .to_owned();
        for table in [committee, committee_member, meeting, meeting_attendee, agenda_item, agenda_suggestion]
        {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("committee_member_by_person", "committee_member", &["organization", "person"][..]),
            ("meeting_by_time", "meeting", &["organization", "start_time"]),
            ("meeting_by_committee", "meeting", &["organization", "committee", "start_time"]),
            ("meeting_attendee_by_person", "meeting_attendee", &["organization", "person"]),
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
