//! How a team with members is covered.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "team_coverage")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) team: String,
    pub(crate) display_name: String,
    pub(crate) sort_name: String,
    pub(crate) parent: Option<String>,
    pub(crate) people: i32,
    pub(crate) champions: i32,
    pub(crate) covered_by: String,
    pub(crate) load: Option<f64>,
    pub(crate) state: i32,
    pub(crate) gap_reason: i32,
    pub(crate) gap_since: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
