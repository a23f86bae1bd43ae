//! An article: its draft, and what readers see.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "article")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) draft: String,
    pub(crate) shown: Option<String>,
    pub(crate) application: Option<String>,
    pub(crate) courses: String,
    pub(crate) state: i32,
    pub(crate) published_version: i32,
    pub(crate) source: Option<String>,
    pub(crate) helped: i32,
    pub(crate) not_helped: i32,
    pub(crate) revision: i64,
    pub(crate) create_time: i64,
    pub(crate) update_time: i64,
    pub(crate) publish_time: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
