//! Which organizations have to be looked through for people to enrol or to withdraw.

use jiff::{SignedDuration, Timestamp};
use kit::{db::time::to_micros, error::Error};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    entity::roster::{Column, Entity, Model},
    put,
};

/// Time alone changes who matches (tenure, memberships that begin, certificates that lapse), so every organization is
/// looked through this often even if nothing happened.
const AT_LEAST_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// Something happened that may change who is to be enrolled.
pub(crate) async fn mark<C: ConnectionTrait>(db: &C, organization: &str) -> Result<(), Error> {
    let found = Entity::find_by_id(organization.to_owned()).one(db).await?;
    if found.as_ref().is_some_and(|m| m.dirty) {
        return Ok(());
    }
    let check_time = found.map_or(0, |m| m.check_time);
    put::<Entity, C>(db, Model { organization: organization.to_owned(), dirty: true, check_time }).await
}

/// An organization that has to be looked through now.
pub(crate) async fn next<C: ConnectionTrait>(db: &C, now: Timestamp) -> Result<Option<String>, Error> {
    let before = now.checked_sub(AT_LEAST_EVERY).unwrap_or(now);
    let query = Entity::find()
        .filter(Condition::any().add(Column::Dirty.eq(true)).add(Column::CheckTime.lte(to_micros(before))))
        .order_by_asc(Column::CheckTime);
    Ok(query.one(db).await?.map(|m| m.organization))
}

/// It was looked through; `again`: there is more to do.
pub(crate) async fn checked<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    again: bool,
    now: Timestamp,
) -> Result<(), Error> {
    let row = Model { organization: organization.to_owned(), dirty: again, check_time: to_micros(now) };
    put::<Entity, C>(db, row).await
}
