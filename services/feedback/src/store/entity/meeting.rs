//! A meeting of a committee.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) committee: String,
    pub(crate) title: String,
    pub(crate) start_time: i64,
    pub(crate) minutes: i32,
    pub(crate) zone: String,
    pub(crate) location: String,
    pub(crate) guests: String,
    pub(crate) state: String,
    pub(crate) sequence: i32,
    pub(crate) cancel_reason: String,
    pub(crate) open_time: Option<i64>,
    pub(crate) close_time: Option<i64>,
    pub(crate) quorum_percent: i32,
    pub(crate) create_time: i64,
    pub(crate) revision: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
