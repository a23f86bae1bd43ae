//! A course with its working copy.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "course")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) application: Option<String>,
    pub(crate) feature: Option<String>,
    pub(crate) modules: String,
    pub(crate) minutes: i32,
    pub(crate) module_count: i32,
    pub(crate) certificate: String,
    pub(crate) state: i32,
    pub(crate) published_version: i32,
    pub(crate) published_revision: i64,
    pub(crate) revision: i64,
    pub(crate) search: String,
    pub(crate) create_time: i64,
    pub(crate) update_time: i64,
    pub(crate) publish_time: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
