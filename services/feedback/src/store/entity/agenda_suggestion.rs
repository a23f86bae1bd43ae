//! What was proposed to a committee and is kept: what plays ask, and what was dismissed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "agenda_suggestion")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) committee: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) suggestion: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) flag: Option<String>,
    pub(crate) dismissed: bool,
    pub(crate) create_time: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
