//! What one currency is worth in another from a day on.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "exchange_rate")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) from_currency: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) to_currency: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) start_day: i32,
    pub(crate) id: String,
    pub(crate) rate: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
