//! A champion's term.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "champion")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) programme: String,
    pub(crate) nomination: String,
    pub(crate) person: String,
    pub(crate) person_name: String,
    pub(crate) focus_areas: String,
    pub(crate) homes: String,
    pub(crate) granted: String,
    pub(crate) start_day: i32,
    pub(crate) end_day: i32,
    pub(crate) state: i32,
    pub(crate) end_reason: i32,
    pub(crate) moved: bool,
    pub(crate) reminded: bool,
    pub(crate) pending: bool,
    pub(crate) attempt: i32,
    pub(crate) revision: i64,
    pub(crate) create_time: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
