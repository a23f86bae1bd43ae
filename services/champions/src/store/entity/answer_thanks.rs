//! Who thanked for an answer.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "answer_thanks")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) answer: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) person: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
