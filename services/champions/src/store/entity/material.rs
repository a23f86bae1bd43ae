//! Something to pass on.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "material")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) message: String,
    pub(crate) article: Option<String>,
    pub(crate) course: Option<String>,
    pub(crate) application: Option<String>,
    pub(crate) barriers: String,
    pub(crate) supplied: bool,
    pub(crate) revision: i64,
    pub(crate) update_time: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
