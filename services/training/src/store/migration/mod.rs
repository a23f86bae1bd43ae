//! The tables of this service, after those of the directory's copy.

mod m0001_courses;
mod m0002_assignments;
mod m0003_enrollments;
mod m0004_feedback;
mod m0005_excuses;
mod m0006_articles;

use kit::directory::{self, Parts};
use sea_orm_migration::MigrationTrait;

/// All migrations, in their order.
pub(crate) fn all() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = directory::migrations(Parts::All);
    all.push(Box::new(m0001_courses::Courses));
    all.push(Box::new(m0002_assignments::Assignments));
    all.push(Box::new(m0003_enrollments::Enrollments));
    all.push(Box::new(m0004_feedback::Feedback));
    all.push(Box::new(m0005_excuses::Excuses));
    all.push(Box::new(m0006_articles::Articles));
    all
}
