//! The only place that names the database.

pub(crate) mod count;
pub(crate) mod flag;
pub(crate) mod flag_event;
pub(crate) mod intervention;
mod migration;
pub(crate) mod names;
pub(crate) mod outreach;
pub(crate) mod playbook;
pub(crate) mod position_day;
pub(crate) mod rule_day;
pub(crate) mod run;
pub(crate) mod settings;
mod sql;
pub(crate) mod task;
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
