//! Redemptions, and who decided about them.

use jiff::Timestamp;
use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    add,
    entity::{
        approval,
        redemption::{Column, Entity, Model},
    },
    json, micros, money, put, text, time,
};
use crate::domain::award::{Redeemed, Redemption};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Redemption>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    row.map(read).transpose()
}

/// The redemption whose voucher has this hash.
pub(crate) async fn by_voucher<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    hash: &str,
) -> Result<Option<Redemption>, Error> {
    let query =
        Entity::find().filter(Column::Organization.eq(organization)).filter(Column::VoucherHash.eq(hash));
    query.one(db).await?.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    redemption: &Redemption,
) -> Result<(), Error> {
    let paid = redemption.paid.as_ref();
    let row = Model {
        organization: organization.to_owned(),
        id: redemption.id.clone(),
        award: redemption.award.clone(),
        reward: redemption.reward.clone(),
        reward_title: json(&redemption.reward_title)?,
        currency: redemption.cost.currency.to_string(),
        cost_minor: redemption.cost.minor,
        budget: redemption.budget.clone(),
        paid_currency: paid.map(|(money, _)| money.currency.to_string()),
        paid_minor: paid.map(|(money, _)| money.minor),
        rate: paid.map(|(_, rate)| rate.clone()).unwrap_or_default(),
        state: redemption.state.code().to_owned(),
        reject_reason: redemption.reject_reason.clone(),
        voucher_hash: redemption.voucher_hash.clone(),
        request_time: to_micros(redemption.request_time),
        decide_time: micros(redemption.decide_time),
        use_time: micros(redemption.use_time),
        revision: redemption.revision,
    };
    put::<Entity, C>(db, row).await
}

/// Notes who decided. A second decision about the same redemption cannot be written.
pub(crate) async fn decided<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    redemption: &str,
    approver: &str,
    yes: bool,
    now: Timestamp,
) -> Result<(), Error> {
    let row = approval::Model {
        organization: organization.to_owned(),
        redemption: redemption.to_owned(),
        approver: approver.to_owned(),
        approved: yes,
        approve_time: to_micros(now),
    };
    add::<approval::Entity, C>(db, vec![row]).await
}

/// Which redemptions a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    /// In this state.
    pub(crate) state: Option<Redeemed>,
    /// Only those of these awards.
    pub(crate) awards: Option<Vec<String>>,
}

/// Newest first, those before `before`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Redemption>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id).limit(limit);
    if let Some(state) = filter.state {
        query = query.filter(Column::State.eq(state.code()));
    }
    if let Some(awards) = &filter.awards {
        query = query.filter(Column::Award.is_in(awards.iter().cloned()));
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

fn read(model: Model) -> Result<Redemption, Error> {
    let paid = match (&model.paid_currency, model.paid_minor) {
        (Some(currency), Some(minor)) => Some((money(currency, minor)?, model.rate.clone())),
        _ => None,
    };
    Ok(Redemption {
        reward_title: text(&model.reward_title)?,
        cost: money(&model.currency, model.cost_minor)?,
        paid,
        state: Redeemed::of(&model.state),
        id: model.id,
        award: model.award,
        reward: model.reward,
        budget: model.budget,
        reject_reason: model.reject_reason,
        voucher_hash: model.voucher_hash,
        request_time: from_micros(model.request_time),
        decide_time: time(model.decide_time),
        use_time: time(model.use_time),
        revision: model.revision,
    })
}
