//! One mail to one person.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub person: String,
    pub name: String,
    pub address: String,
    pub kind: String,
    pub language: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub message_id: String,
    /// The person's local day on which it was written.
    pub day: i32,
    pub state: String,
    pub attempts: i32,
    /// Not tried before this instant while it is pending.
    pub next_time: i64,
    pub last_error: String,
    pub create_time: i64,
    pub finish_time: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
