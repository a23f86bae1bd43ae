//! A prize of teams. There is no place in it for a person.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "award")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) challenge: String,
    pub(crate) currency: String,
    pub(crate) prize_minor: i64,
    pub(crate) budget: String,
    pub(crate) state: String,
    pub(crate) reward: Option<String>,
    pub(crate) redemption: Option<String>,
    pub(crate) reject_reason: String,
    pub(crate) create_time: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
