//! A challenge.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "challenge")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) measure: String,
    pub(crate) application: String,
    pub(crate) courses: String,
    pub(crate) start_day: i32,
    pub(crate) weeks: i32,
    pub(crate) target_percent: i32,
    pub(crate) participation_percent: i32,
    pub(crate) currency: Option<String>,
    pub(crate) prize_minor: Option<i64>,
    pub(crate) budget: Option<String>,
    pub(crate) state: String,
    pub(crate) source: Option<String>,
    pub(crate) announce_time: Option<i64>,
    pub(crate) announce_day: Option<i32>,
    pub(crate) cancel_reason: String,
    pub(crate) award: Option<String>,
    pub(crate) revision: i64,
    pub(crate) create_time: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
