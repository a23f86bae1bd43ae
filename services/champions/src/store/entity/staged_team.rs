//! A team in one of the halves.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "staged_team")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) staged_start: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) team: String,
    pub(crate) starts_now: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
