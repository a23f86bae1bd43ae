//! A certificate.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) person: String,
    pub(crate) person_display_name: String,
    pub(crate) enrollment: String,
    pub(crate) course: String,
    pub(crate) course_version: i32,
    pub(crate) course_title: String,
    pub(crate) code: String,
    pub(crate) issue_time: i64,
    pub(crate) issue_day: i32,
    pub(crate) expire_day: Option<i32>,
    pub(crate) renewed: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
