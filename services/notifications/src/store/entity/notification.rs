//! One notification of one person.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub person: String,
    pub kind: String,
    /// The facts as JSON.
    pub content: String,
    /// The id of the application that it is about.
    pub application: Option<String>,
    /// Whether the inbox shows it.
    pub inbox: bool,
    /// Whether it waits for the digest.
    pub waiting: bool,
    pub create_time: i64,
    pub read_time: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
