//! Something that a meeting speaks about.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "agenda_item")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) meeting: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) source: String,
    pub(crate) presenter: Option<String>,
    pub(crate) minutes: i32,
    pub(crate) proposals: String,
    pub(crate) flag: Option<String>,
    pub(crate) task: Option<String>,
    pub(crate) adder: String,
    pub(crate) notes: String,
    pub(crate) place: i32,
    pub(crate) suggestion: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
