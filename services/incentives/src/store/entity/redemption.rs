//! A reward on its way to its use. There is no place in it for a person.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "redemption")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) award: String,
    pub(crate) reward: String,
    pub(crate) reward_title: String,
    pub(crate) currency: String,
    pub(crate) cost_minor: i64,
    pub(crate) budget: String,
    pub(crate) paid_currency: Option<String>,
    pub(crate) paid_minor: Option<i64>,
    pub(crate) rate: String,
    pub(crate) state: String,
    pub(crate) reject_reason: String,
    pub(crate) voucher_hash: Option<String>,
    pub(crate) request_time: i64,
    pub(crate) decide_time: Option<i64>,
    pub(crate) use_time: Option<i64>,
    pub(crate) revision: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
