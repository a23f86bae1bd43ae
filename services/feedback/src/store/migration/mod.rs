//! The tables of this service, after those of the directory's copy.

mod m0001_proposals;
mod m0010_pulses;
mod m0020_committees;
mod m0021_outcomes;
mod m0022_orderless_replies;

use kit::directory::{self, Parts};
use sea_orm_migration::MigrationTrait;

/// All migrations, in their order.
pub(crate) fn all() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = directory::migrations(Parts::All);
    all.push(Box::new(m0001_proposals::Proposals));
    all.push(Box::new(m0010_pulses::Pulses));
    all.push(Box::new(m0020_committees::Committees));
    all.push(Box::new(m0021_outcomes::Outcomes));
    all.push(Box::new(m0022_orderless_replies::OrderlessReplies));
    all
}
