//! A request for help that went to champions.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "forwarded_help")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: String,
    pub(crate) team: String,
    pub(crate) person: String,
    pub(crate) course_title: String,
    pub(crate) question: String,
    pub(crate) answer: String,
    pub(crate) answerer: Option<String>,
    pub(crate) create_time: i64,
    pub(crate) answer_time: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
