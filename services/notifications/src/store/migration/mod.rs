//! The tables, step by step.

mod m000001_notifications;

use kit::directory::{self, Parts};
use sea_orm_migration::MigrationTrait;

/// All steps: the copy of the directory first.
pub(crate) fn all() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = directory::migrations(Parts::All);
    all.push(Box::new(m000001_notifications::Notifications));
    all
}
