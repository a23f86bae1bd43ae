//! A rule that gives a curriculum or a course to an audience.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "assignment")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) curriculum: Option<String>,
    pub(crate) course: Option<String>,
    pub(crate) audience: String,
    pub(crate) due_working_days: i32,
    pub(crate) reminders: String,
    pub(crate) enroll_later: bool,
    pub(crate) first_done: bool,
    pub(crate) state: i32,
    pub(crate) source: Option<String>,
    pub(crate) creator: Option<String>,
    pub(crate) revision: i64,
    pub(crate) progress_revision: i64,
    pub(crate) create_time: i64,
    pub(crate) update_time: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
