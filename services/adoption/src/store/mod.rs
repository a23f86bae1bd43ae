//! The only place that names the database.

pub(crate) mod count;
pub(crate) mod flag;
pub(crate) mod flag_event;
pub(crate) mod intervention;
mod migration;
pub(crate) mod names;
pub(crate) mod outreach;
pub(crate) mod overview;
pub(crate) mod playbook;
pub(crate) mod position_day;
pub(crate) mod rule_day;
pub(crate) mod run;
pub(crate) mod settings;
pub(crate) mod task;
pub(crate) mod team_page;
pub(crate) mod training_step;
pub(crate) mod unit_day;
pub(crate) mod week;

use kit::directory::{self, Parts};
use sea_orm_migration::MigrationTrait;

/// The copy of the directory without its people, then the own tables.
pub(crate) fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = directory::migrations(Parts::WithoutPeople);
    all.extend(migration::all());
    all
}

/// Ids as one text; ids hold no commas.
fn join(ids: &[String]) -> String {
    ids.join(",")
}

/// The ids of a text.
fn split(ids: &str) -> Vec<String> {
    ids.split(',').filter(|i| !i.is_empty()).map(str::to_owned).collect()
}
