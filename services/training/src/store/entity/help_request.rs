//! A learner's question to the trainers.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "help_request")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) person: String,
    pub(crate) enrollment: String,
    pub(crate) course: String,
    pub(crate) module: Option<String>,
    pub(crate) question: String,
    pub(crate) create_time: i64,
    pub(crate) answer: Option<String>,
    pub(crate) answerer: Option<String>,
    pub(crate) answer_time: Option<i64>,
    pub(crate) articles: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
