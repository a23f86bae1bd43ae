//! How the tables came to be.

mod m000001_tables;
mod m000002_event_log;

use kit::directory::Parts;
use sea_orm_migration::MigrationTrait;

/// Every migration, kit's for the directory and for imports first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = kit::directory::migrations(Parts::All);
    all.extend(kit::imports::migrations());
    all.push(Box::new(m000001_tables::Tables));
    all.push(Box::new(m000002_event_log::EventLog));
    all
}
