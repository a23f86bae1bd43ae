//! What a champion did with a team.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "check_in")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) person: String,
    pub(crate) team: String,
    pub(crate) kind: i32,
    pub(crate) note: String,
    pub(crate) day: i32,
    pub(crate) follow_up_day: Option<i32>,
    pub(crate) follow_up_time: Option<i64>,
    pub(crate) reminded: bool,
    pub(crate) visit: Option<String>,
    pub(crate) create_time: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
