//! A proposal.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "proposal")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) kind: i32,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) language: i32,
    pub(crate) application: String,
    pub(crate) feature: Option<String>,
    pub(crate) topic: i32,
    pub(crate) tone: i32,
    pub(crate) proposer: Option<String>,
    pub(crate) team: Option<String>,
    pub(crate) secret_hash: Option<String>,
    pub(crate) status: i32,
    pub(crate) answer: String,
    pub(crate) duplicate_of: Option<String>,
    pub(crate) tags: String,
    pub(crate) votes: i32,
    pub(crate) comments: i32,
    pub(crate) hidden: Option<String>,
    pub(crate) reviewed: bool,
    pub(crate) day: i32,
    pub(crate) revision: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
