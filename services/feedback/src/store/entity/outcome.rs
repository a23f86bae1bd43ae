//! What a meeting leaves behind.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "outcome")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) meeting: String,
    pub(crate) committee: String,
    pub(crate) kind: String,
    pub(crate) text: String,
    pub(crate) agenda_item: Option<String>,
    pub(crate) poll: Option<String>,
    pub(crate) owner: Option<String>,
    pub(crate) due_day: Option<i32>,
    pub(crate) done_time: Option<i64>,
    pub(crate) follow_up: String,
    pub(crate) reminded_day: Option<i32>,
    pub(crate) create_time: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
