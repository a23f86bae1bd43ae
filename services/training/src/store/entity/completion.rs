//! The last time that a person completed a course, and until when it counts.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "completion")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) person: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) course: String,
    pub(crate) enrollment: String,
    pub(crate) complete_time: i64,
    pub(crate) last_day: Option<i32>,
    pub(crate) renew_day: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
