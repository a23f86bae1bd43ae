//! Budgets and what was taken from them.

use jiff::Timestamp;
use kit::{
    db::time::{from_days, from_micros, to_days, to_micros},
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    add,
    entity::{
        budget::{Column, Entity, Model},
        budget_entry,
    },
    json, money, put, text,
};
use crate::domain::{budget::Budget, money::Money};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Budget>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    row.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    budget: &Budget,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: budget.id.clone(),
        title: json(&budget.title)?,
        currency: budget.amount.currency.to_string(),
        amount_minor: budget.amount.minor,
        start_day: to_days(budget.start_day),
        end_day: to_days(budget.end_day),
        revision: budget.revision,
        create_time: to_micros(budget.create_time),
    };
    put::<Entity, C>(db, row).await
}

/// Newest first, those before `before`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Budget>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id).limit(limit);
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

/// What was taken from a budget so far, in its smallest unit.
pub(crate) async fn spent<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    budget: &str,
) -> Result<i64, Error> {
    let amounts: Vec<i64> = budget_entry::Entity::find()
        .select_only()
        .column(budget_entry::Column::AmountMinor)
        .filter(budget_entry::Column::Organization.eq(organization))
        .filter(budget_entry::Column::Budget.eq(budget))
        .into_tuple()
        .all(db)
        .await?;
    Ok(amounts.into_iter().fold(0_i64, i64::saturating_add))
}

/// Takes the cost of a redemption from a budget. A second time for the same redemption cannot be written.
pub(crate) async fn take<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    budget: &str,
    redemption: &str,
    paid: (&Money, &str),
    now: Timestamp,
) -> Result<(), Error> {
    let row = budget_entry::Model {
        organization: organization.to_owned(),
        redemption: redemption.to_owned(),
        budget: budget.to_owned(),
        amount_minor: paid.0.minor,
        rate: paid.1.to_owned(),
        entry_time: to_micros(now),
    };
    add::<budget_entry::Entity, C>(db, vec![row]).await
}

fn read(model: Model) -> Result<Budget, Error> {
    Ok(Budget {
        title: text(&model.title)?,
        amount: money(&model.currency, model.amount_minor)?,
        id: model.id,
        start_day: from_days(model.start_day),
        end_day: from_days(model.end_day),
        revision: model.revision,
        create_time: from_micros(model.create_time),
    })
}
