//! A team of a challenge.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "challenge_team")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) challenge: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) team: String,
    pub(crate) seq: i32,
    pub(crate) part: Option<String>,
    pub(crate) qualifies_day: Option<i32>,
    pub(crate) measured: String,
    pub(crate) members: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
