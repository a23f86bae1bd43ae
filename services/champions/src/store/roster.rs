//! Which organizations have to be counted again, and what was done for them once.

use jiff::civil::Date;
use kit::{
    db::{
        row::put,
        sql,
        time::{from_days, to_days},
    },
    error::Error,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::entity::roster::{Column, Entity, Model};

/// An organization to be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Due {
    pub(crate) organization: String,
    /// The day that was counted last.
    pub(crate) counted_day: Option<Date>,
    /// Whether the materials that every organization has were put there.
    pub(crate) supplied: bool,
}

/// Something changed: who covers what has to be counted again.
pub(crate) async fn mark<C: ConnectionTrait>(db: &C, organization: &str) -> Result<(), Error> {
    let statement = "INSERT INTO roster (organization, dirty, supplied) VALUES ($1, TRUE, FALSE) \
                     ON CONFLICT (organization) DO UPDATE SET dirty = TRUE";
    sql::execute(db, statement, [organization.into()]).await?;
    Ok(())
}

/// An organization that changed, or in which another day has begun.
pub(crate) async fn next<C: ConnectionTrait>(db: &C, today: Date) -> Result<Option<Due>, Error> {
    let another_day = Condition::any()
        .add(Column::Dirty.eq(true))
        .add(Column::CountedDay.is_null())
        .add(Column::CountedDay.ne(to_days(today)));
    let row = Entity::find().filter(another_day).order_by_asc(Column::Organization).one(db).await?;
    Ok(row.map(|m| Due {
        organization: m.organization,
        counted_day: m.counted_day.map(from_days),
        supplied: m.supplied,
    }))
}

/// It was counted.
pub(crate) async fn done<C: ConnectionTrait>(db: &C, organization: &str, today: Date) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        dirty: false,
        counted_day: Some(to_days(today)),
        supplied: true,
    };
    put::<Entity, C>(db, row).await
}
