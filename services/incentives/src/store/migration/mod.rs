//! The tables of this service, after those of the directory's copy.

mod m0001_money;
mod m0002_challenges;
mod m0003_awards;
mod m0004_recognition;

use kit::directory::{self, Parts};
use sea_orm_migration::{
    MigrationTrait,
    sea_query::{Index, IndexCreateStatement},
};

/// All migrations, in their order.
pub(crate) fn all() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = directory::migrations(Parts::All);
    all.push(Box::new(m0001_money::Money));
    all.push(Box::new(m0002_challenges::Challenges));
    all.push(Box::new(m0003_awards::Awards));
    all.push(Box::new(m0004_recognition::Recognition));
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
