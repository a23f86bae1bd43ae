//! Which enrolments an assignment counts as its own.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "assignment_enrollment")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) assignment: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) person: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) course: String,
    pub(crate) enrollment: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
