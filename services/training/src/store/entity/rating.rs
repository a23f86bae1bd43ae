//! What a learner thought of a module.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "rating")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) course: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) module: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) person: String,
    pub(crate) stars: i32,
    pub(crate) comment: String,
    pub(crate) rate_time: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
