//! What a moderator is asked to look at.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "post_report")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) post: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) answer: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) person: String,
    pub(crate) reason: String,
    pub(crate) settled: bool,
    pub(crate) create_time: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
