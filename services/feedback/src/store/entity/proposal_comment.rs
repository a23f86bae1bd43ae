//! What somebody said about a proposal.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "proposal_comment")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) proposal: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) author: Option<String>,
    pub(crate) text: String,
    pub(crate) mentions: String,
    pub(crate) day: i32,
    pub(crate) late: i32,
    pub(crate) place: i64,
    pub(crate) hidden: Option<String>,
    pub(crate) reviewed: bool,
    pub(crate) told: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
