//! A visit that a play asks for.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "visit")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) team: String,
    pub(crate) reason: String,
    pub(crate) source: String,
    pub(crate) flag: Option<String>,
    pub(crate) due_day: i32,
    pub(crate) made: bool,
    pub(crate) asked: i32,
    pub(crate) create_time: i64,
    pub(crate) make_time: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
