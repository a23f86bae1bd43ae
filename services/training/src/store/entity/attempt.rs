//! An attempt at a quiz.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "attempt")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) enrollment: String,
    pub(crate) module: String,
    pub(crate) seed: i64,
    pub(crate) start_time: i64,
    pub(crate) end_time: Option<i64>,
    pub(crate) submit_time: Option<i64>,
    pub(crate) answers: String,
    pub(crate) percent: i32,
    pub(crate) passed: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
