//! The tables of this service, after those of the directory's copy.

mod m0001_champions;
mod m0002_work;
mod m0003_space;
mod m0004_staged_starts;

use kit::directory::{self, Parts};
use sea_orm_migration::{
    MigrationTrait,
    prelude::{Index, IndexCreateStatement},
};

/// All migrations, in their order.
pub(crate) fn all() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = directory::migrations(Parts::All);
    all.push(Box::new(m0001_champions::Champions));
    all.push(Box::new(m0002_work::Work));
    all.push(Box::new(m0003_space::Space));
    all.push(Box::new(m0004_staged_starts::StagedStarts));
    all
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
