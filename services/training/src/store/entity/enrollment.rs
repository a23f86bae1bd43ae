//! One person's copy of a course.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "enrollment")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) person: String,
    pub(crate) course: String,
    pub(crate) version: i32,
    pub(crate) assignment: Option<String>,
    pub(crate) curriculum: Option<String>,
    pub(crate) step: i32,
    pub(crate) recertification: bool,
    pub(crate) state: i32,
    pub(crate) given_day: i32,
    pub(crate) due_day: i32,
    pub(crate) current_module: Option<String>,
    pub(crate) reminded_through: Option<i32>,
    pub(crate) escalated: bool,
    pub(crate) action_day: Option<i32>,
    pub(crate) enroll_time: i64,
    pub(crate) start_time: Option<i64>,
    pub(crate) complete_time: Option<i64>,
    pub(crate) remind_time: Option<i64>,
    pub(crate) escalate_time: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
