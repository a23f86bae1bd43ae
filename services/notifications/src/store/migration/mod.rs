//! The tables, step by step.

mod m000001_notifications;
mod m000002_attachments;
mod m000003_about;

use kit::directory::{self, Parts};
use sea_orm_migration::MigrationTrait;

/// All steps: the copy of the directory first.
pub(crate) fn all() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = directory::migrations(Parts::All);
    all.push(Box::new(m000001_notifications::Notifications));
    all.push(Box::new(m000002_attachments::Attachments));
    all.push(Box::new(m000003_about::About));
    all
}
