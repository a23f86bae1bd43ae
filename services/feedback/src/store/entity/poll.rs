//! A vote in a meeting.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "poll")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) meeting: String,
    pub(crate) agenda_item: Option<String>,
    pub(crate) question: String,
    pub(crate) method: String,
    pub(crate) options: String,
    pub(crate) dots: i32,
    pub(crate) needed: i32,
    pub(crate) create_time: i64,
    pub(crate) close_time: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
