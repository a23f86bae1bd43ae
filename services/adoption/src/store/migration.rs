//! The tables. None of them has room for a person.

mod columns;
mod outreach;
mod retraining;
mod task_index;

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, boolean, double, double_null, integer, integer_null, text, text_null,
    },
};

pub(super) fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Counts),
        Box::new(Flags),
        Box::new(columns::Columns),
        Box::new(retraining::Retraining),
        Box::new(outreach::OutreachSteps),
        Box::new(task_index::TasksByIntervention),
    ]
}

fn index(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut create = Index::create();
    create.name(name).table(table);
    for column in columns {
        create.col(*column);
    }
    create
}

fn key(columns: &[&'static str]) -> IndexCreateStatement {
    let mut key = Index::create();
    for column in columns {
        key.col(*column);
    }
    key
}

/// What telemetry counted, and what was made of it.
struct Counts;

impl MigrationName for Counts {
    fn name(&self) -> &'static str {
        "adoption_000001_counts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Counts {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            Table::create()
                .table("team_day")
                .col(text("organization"))
                .col(text("application"))
                .col(integer("day"))
                .col(text("team"))
                .col(text("position"))
                .col(text("site"))
                .col(integer("eligible"))
                .col(integer("active"))
                .col(integer("new_members"))
                .col(big_integer("revision"))
                .primary_key(&mut key(&["organization", "application", "day", "team", "position", "site"]))
                .to_owned(),
            // How far each application is evaluated: `dirty_day` is the first day that waits.
            Table::create()
                .table("application")
                .col(text("organization"))
                .col(text("application"))
                .col(integer("first_day"))
                .col(integer("last_day"))
                .col(integer_null("evaluated_day"))
                .col(integer_null("dirty_day"))
                .col(big_integer("version"))
                .primary_key(&mut key(&["organization", "application"]))
                .to_owned(),
            Table::create()
                .table("unit_day")
                .col(text("organization"))
                .col(text("application"))
                .col(integer("day"))
                .col(text("unit"))
                .col(text("anchor"))
                .col(text("members"))
                .col(text("position"))
                .col(text("state"))
                .col(integer("calm_days"))
                .col(integer("quiet_until"))
                .col(integer("baseline_day"))
                .col(text_null("not_judged"))
                .col(text("figures"))
                .primary_key(&mut key(&["organization", "application", "day", "unit"]))
                .to_owned(),
            Table::create()
                .table("position_day")
                .col(text("organization"))
                .col(text("application"))
                .col(integer("day"))
                .col(text("position"))
                .col(double("active"))
                .col(double("eligible"))
                .col(double_null("target"))
                .col(integer("low_days"))
                .primary_key(&mut key(&["organization", "application", "day", "position"]))
                .to_owned(),
            Table::create()
                .table("published_week")
                .col(text("organization"))
                .col(text("application"))
                .col(text("unit"))
                .col(integer("monday"))
                .col(integer_null("rate"))
                .col(integer_null("expected"))
                .col(integer_null("adoption_index"))
                .col(integer("void_days"))
                .primary_key(&mut key(&["organization", "application", "unit", "monday"]))
                .to_owned(),
            Table::create()
                .table("evaluation_run")
                .col(text("organization"))
                .col(text("id"))
                .col(text("application"))
                .col(integer("start_day"))
                .col(integer("end_day"))
                .col(text("state"))
                .col(integer("days_done"))
                .col(integer("teams_judged"))
                .col(integer("flags_open"))
                .col(big_integer("create_time"))
                .col(big_integer_null("end_time"))
                .primary_key(&mut key(&["organization", "id"]))
                .to_owned(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        manager.create_index(index("application_dirty", "application", &["dirty_day"])).await?;
        manager
            .create_index(index(
                "evaluation_run_state",
                "evaluation_run",
                &["organization", "application", "state"],
            ))
            .await
    }
}

/// Flags, what is done about them, and how the organization wants it.
struct Flags;

impl MigrationName for Flags {
    fn name(&self) -> &'static str {
        "adoption_000002_flags"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Flags {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in flag_tables().into_iter().chain(settings_tables()) {
            manager.create_table(table).await?;
        }
        for index in [
            index("flag_by_unit", "flag", &["organization", "application", "unit"]),
            index("flag_by_status", "flag", &["organization", "status"]),
            index("flag_team_by_flag", "flag_team", &["organization", "flag"]),
            index("intervention_by_flag", "intervention", &["organization", "flag"]),
            index("training_step_by_state", "training_step", &["state"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn flag_tables() -> Vec<TableCreateStatement> {
    vec![
        Table::create()
            .table("flag")
            .col(text("organization"))
            .col(text("id"))
            .col(text("application"))
            .col(text("unit"))
            .col(text("anchor"))
            .col(text("members"))
            .col(text("position"))
            .col(text("positions"))
            .col(text("status"))
            .col(text("finding"))
            .col(integer("raised_day"))
            .col(integer_null("cleared_day"))
            .col(text("figures"))
            .col(text_null("proposed"))
            .col(text_null("barrier"))
            .col(text_null("verdict"))
            .col(integer_null("rejected_after"))
            .col(integer_null("snoozed_until"))
            .col(text("facts"))
            .col(big_integer_null("facts_time"))
            .col(boolean("announced"))
            .col(big_integer("create_time"))
            .col(big_integer("version"))
            .primary_key(&mut key(&["organization", "id"]))
            .to_owned(),
        // The teams of each flag, to find those of a champion.
        Table::create()
            .table("flag_team")
            .col(text("organization"))
            .col(text("team"))
            .col(text("flag"))
            .primary_key(&mut key(&["organization", "team", "flag"]))
            .to_owned(),
        Table::create()
            .table("flag_event")
            .col(text("organization"))
            .col(text("flag"))
            .col(integer("seq"))
            .col(text("kind"))
            .col(big_integer("time"))
            .col(text("actor"))
            .col(text("note"))
            .col(text_null("barrier"))
            .col(integer_null("until_day"))
            .primary_key(&mut key(&["organization", "flag", "seq"]))
            .to_owned(),
        Table::create()
            .table("intervention")
            .col(text("organization"))
            .col(text("id"))
            .col(text("flag"))
            .col(text("application"))
            .col(text("unit"))
            .col(text("barrier"))
            .col(text("state"))
            .col(integer("start_day"))
            .col(integer("after_day"))
            .col(big_integer_null("complete_time"))
            .primary_key(&mut key(&["organization", "id"]))
            .to_owned(),
        Table::create()
            .table("training_step")
            .col(text("organization"))
            .col(text("intervention"))
            .col(integer("seq"))
            .col(text("state"))
            .col(text("training"))
            .col(text("title"))
            .col(text("assignment"))
            .col(text("positions"))
            .col(integer("due_working_days"))
            .primary_key(&mut key(&["organization", "intervention", "seq"]))
            .to_owned(),
        Table::create()
            .table("task")
            .col(text("organization"))
            .col(text("id"))
            .col(text("intervention"))
            .col(text("assignee"))
            .col(text("title"))
            .col(text("description"))
            .col(integer("due_day"))
            .col(text("state"))
            .col(big_integer_null("complete_time"))
            .col(text_null("completed_by"))
            .col(text("note"))
            .primary_key(&mut key(&["organization", "id"]))
            .to_owned(),
    ]
}

fn settings_tables() -> Vec<TableCreateStatement> {
    vec![
        Table::create()
            .table("playbook")
            .col(text("organization"))
            .col(text("barrier"))
            .col(text("label"))
            .col(text("summary"))
            .col(text("steps"))
            .col(big_integer("update_time"))
            .col(big_integer("version"))
            .primary_key(&mut key(&["organization", "barrier"]))
            .to_owned(),
        Table::create()
            .table("settings")
            .col(text("organization").primary_key())
            .col(boolean("automatic"))
            .col(boolean("strict"))
            .col(big_integer("update_time"))
            .col(big_integer("version"))
            .to_owned(),
    ]
}
