//! The tables, in the order in which they came.

mod m1_directory;
mod m2_sign_in;

use sea_orm_migration::MigrationTrait;

/// All migrations, kit's tables for imports first.
pub(crate) fn all() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = kit::imports::migrations();
    all.push(Box::new(m1_directory::Directory));
    all.push(Box::new(m2_sign_in::SignIn));
    all
}
