//! Somebody who could be a champion.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "nomination")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) programme: String,
    pub(crate) nominee: String,
    pub(crate) nominator: String,
    pub(crate) manager: Option<String>,
    pub(crate) kind: i32,
    pub(crate) state: i32,
    pub(crate) reason: String,
    pub(crate) decline_reason: String,
    pub(crate) enrolled: bool,
    pub(crate) create_time: i64,
    pub(crate) ask_time: Option<i64>,
    pub(crate) decide_time: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
