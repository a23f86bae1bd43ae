//! What currencies are worth.

use kit::{
    db::time::{from_days, to_days},
    error::Error,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    add,
    entity::exchange_rate::{Column, Entity, Model},
};
use crate::domain::{
    currency::Currency,
    rate::{Decimal, Rate, Rates},
};

/// Whether the pair has a rate for the day.
pub(crate) async fn exists<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    rate: &Rate,
) -> Result<bool, Error> {
    let key = (organization.to_owned(), rate.from.to_string(), rate.to.to_string(), to_days(rate.start_day));
    Ok(Entity::find_by_id(key).one(db).await?.is_some())
}

pub(crate) async fn insert<C: ConnectionTrait>(db: &C, organization: &str, rate: &Rate) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        from_currency: rate.from.to_string(),
        to_currency: rate.to.to_string(),
        start_day: to_days(rate.start_day),
        id: rate.id.clone(),
        rate: rate.value.to_string(),
    };
    add::<Entity, C>(db, vec![row]).await
}

/// All of them.
pub(crate) async fn all<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Rates, Error> {
    let rows = Entity::find().filter(Column::Organization.eq(organization)).all(db).await?;
    Ok(Rates::new(rows.into_iter().map(read).collect::<Result<_, _>>()?))
}

/// Newest day first, those after the day and id of `after`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    after: Option<(i32, &str)>,
    limit: u64,
) -> Result<Vec<Rate>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .order_by_desc(Column::StartDay)
        .order_by_desc(Column::Id)
        .limit(limit);
    if let Some((day, id)) = after {
        let same_day = Condition::all().add(Column::StartDay.eq(day)).add(Column::Id.lt(id));
        query = query.filter(Condition::any().add(Column::StartDay.lt(day)).add(same_day));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

fn read(model: Model) -> Result<Rate, Error> {
    let currency = |code: &str| {
        Currency::of(code).ok_or_else(|| Error::internal(format!("a stored currency is unknown: {code}")))
    };
    Ok(Rate {
        from: currency(&model.from_currency)?,
        to: currency(&model.to_currency)?,
        value: Decimal::parse(&model.rate).ok_or_else(|| Error::internal("a stored rate cannot be read"))?,
        start_day: from_days(model.start_day),
        id: model.id,
    })
}
