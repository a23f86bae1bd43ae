//! A published version; never changed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "course_version")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) course: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) version: i32,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) modules: String,
    pub(crate) minutes: i32,
    pub(crate) module_count: i32,
    pub(crate) certificate: String,
    pub(crate) publish_time: i64,
    pub(crate) publisher: Option<String>,
    pub(crate) change_note: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
