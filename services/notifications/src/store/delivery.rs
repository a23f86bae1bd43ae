//! Mails: those that wait to be sent, and what became of the others.

use std::time::Duration;

use jiff::{Timestamp, civil::Date};
use kit::{
    db::{
        Tx,
        time::{from_micros, to_days, to_micros},
    },
    error::Error,
    localize::Language,
    page::Page,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, OnConflict},
};

use super::{
    attachment,
    entity::delivery::{ActiveModel, Column, Entity, Model},
    notification::after,
    unknown,
};
use crate::{
    domain::{
        backoff,
        kind::Kind,
        render::{Mail, Recipient},
    },
    mailer::{Attachment, Outcome, Outgoing},
};

/// How far a mail has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// It waits for its first or next try.
    Pending,
    /// A mail server took it.
    Sent,
    /// It is only written down.
    Recorded,
    /// It was given up.
    Failed,
}

impl State {
    const ALL: [Self; 4] = [Self::Pending, Self::Sent, Self::Recorded, Self::Failed];

    fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Sent => "sent",
            Self::Recorded => "recorded",
            Self::Failed => "failed",
        }
    }
}

/// A mail to be written down, so that it will be sent.
pub(crate) struct NewDelivery<'a> {
    pub(crate) id: String,
    pub(crate) person: &'a str,
    pub(crate) address: &'a str,
    pub(crate) to: &'a Recipient,
    pub(crate) kind: Kind,
    pub(crate) mail: Mail,
    pub(crate) message_id: String,
    pub(crate) attachments: &'a [Attachment],
    /// The person's local day.
    pub(crate) day: Date,
}

/// A mail on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Delivery {
    pub(crate) organization: String,
    pub(crate) id: String,
    pub(crate) person: String,
    pub(crate) kind: Kind,
    pub(crate) language: Language,
    pub(crate) mail: Outgoing,
    pub(crate) state: State,
    pub(crate) attempts: u32,
    pub(crate) last_error: String,
    pub(crate) finish_time: Option<Timestamp>,
}

impl Delivery {
    /// Its place in the list, newest first.
    pub(crate) fn key(&self) -> String {
        format!("{}.{}", to_micros(self.mail.time), self.id)
    }
}

fn read(row: Model) -> Result<Delivery, Error> {
    let state = State::ALL.into_iter().find(|s| s.code() == row.state);
    Ok(Delivery {
        kind: Kind::from_code(&row.kind).ok_or_else(|| unknown("kind", &row.kind))?,
        language: row.language.parse().map_err(|_| unknown("language", &row.language))?,
        state: state.ok_or_else(|| unknown("state", &row.state))?,
        mail: Outgoing {
            address: row.address,
            name: row.name,
            message_id: row.message_id,
            time: from_micros(row.create_time),
            subject: row.subject,
            text: row.text,
            html: row.html,
            attachments: Vec::new(),
        },
        organization: row.organization,
        id: row.id,
        person: row.person,
        attempts: u32::try_from(row.attempts).unwrap_or(0),
        last_error: row.last_error,
        finish_time: row.finish_time.map(from_micros),
    })
}

/// Writes a mail down. One with the same id is kept as it is.
pub(crate) async fn insert(
    tx: &Tx,
    organization: &str,
    new: NewDelivery<'_>,
    now: Timestamp,
) -> Result<(), Error> {
    let id = new.id.clone();
    let row = ActiveModel {
        organization: Set(organization.to_owned()),
        id: Set(new.id),
        person: Set(new.person.to_owned()),
        name: Set(new.to.name.clone()),
        address: Set(new.address.to_owned()),
        kind: Set(new.kind.code().to_owned()),
        language: Set(new.to.reader.language.code().to_owned()),
        subject: Set(new.mail.subject),
        text: Set(new.mail.text),
        html: Set(new.mail.html),
        message_id: Set(new.message_id),
        day: Set(to_days(new.day)),
        state: Set(State::Pending.code().to_owned()),
        attempts: Set(0),
        next_time: Set(to_micros(now)),
        last_error: Set(String::new()),
        create_time: Set(to_micros(now)),
        finish_time: Set(None),
    };
    let keep = OnConflict::columns([Column::Organization, Column::Id]).do_nothing().to_owned();
    if Entity::insert(row).on_conflict(keep).exec_without_returning(tx).await? == 1 {
        attachment::insert(tx, organization, &id, new.attachments).await?;
    }
    Ok(())
}

/// How many mails at once the person got on a local day, the digest and those about the account left out.
pub(crate) async fn count_on(
    db: &impl ConnectionTrait,
    organization: &str,
    person: &str,
    day: Date,
) -> Result<u64, Error> {
    let uncounted = Kind::ALL.into_iter().filter(|k| k.is_fixed() || !k.is_told()).map(Kind::code);
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(person))
        .filter(Column::Day.eq(to_days(day)))
        .filter(Column::Kind.is_not_in(uncounted));
    Ok(query.count(db).await?)
}

/// Takes up to `limit` mails that are due. Each counts as tried and is not taken again within the lease: when this process
/// dies on the way, another try follows, with the same `Message-ID`.
pub(crate) async fn take_due(
    tx: &Tx,
    now: Timestamp,
    limit: u64,
    lease: Duration,
) -> Result<Vec<Delivery>, Error> {
    let rows = Entity::find()
        .filter(Column::State.eq(State::Pending.code()))
        .filter(Column::NextTime.lte(to_micros(now)))
        .order_by_asc(Column::NextTime)
        .order_by_asc(Column::Organization)
        .order_by_asc(Column::Id)
        .limit(limit)
        .all(tx)
        .await?;
    let mut taken = rows.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    for delivery in &mut taken {
        let id = delivery.id.clone();
        let files = attachment::of(tx, &delivery.organization, std::slice::from_ref(&id)).await?;
        delivery.mail.attachments = files.into_values().flatten().collect();
        delivery.attempts += 1;
        update(delivery)
            .col_expr(Column::Attempts, Expr::value(i32::try_from(delivery.attempts).unwrap_or(i32::MAX)))
            .col_expr(Column::NextTime, Expr::value(later(now, lease)))
            .exec(tx)
            .await?;
    }
    Ok(taken)
}

/// Writes down what became of a try. A mail that a server took keeps no text: its links are for one pair of eyes.
pub(crate) async fn conclude(
    tx: &Tx,
    delivery: &Delivery,
    outcome: &Outcome,
    now: Timestamp,
) -> Result<(), Error> {
    let wait = match outcome {
        Outcome::Failed(_) => backoff::wait_after(delivery.attempts),
        Outcome::Sent | Outcome::Recorded | Outcome::Refused(_) => None,
    };
    let mut row = update(delivery);
    if let Outcome::Failed(reason) | Outcome::Refused(reason) = outcome {
        row = row.col_expr(Column::LastError, Expr::value(reason.as_str()));
    }
    if *outcome == Outcome::Sent {
        row = row.col_expr(Column::Text, Expr::value("")).col_expr(Column::Html, Expr::value(""));
    }
    row = match (outcome, wait) {
        (Outcome::Failed(_), Some(wait)) => row.col_expr(Column::NextTime, Expr::value(later(now, wait))),
        (Outcome::Sent, _) => finish(row, State::Sent, now),
        (Outcome::Recorded, _) => finish(row, State::Recorded, now),
        (Outcome::Failed(_) | Outcome::Refused(_), _) => finish(row, State::Failed, now),
    };
    row.exec(tx).await?;
    if *outcome == Outcome::Sent {
        attachment::forget(tx, &delivery.organization, &delivery.id).await?;
    }
    Ok(())
}

/// An update of a mail that is still pending.
fn update(delivery: &Delivery) -> sea_orm::UpdateMany<Entity> {
    Entity::update_many()
        .filter(Column::Organization.eq(delivery.organization.as_str()))
        .filter(Column::Id.eq(delivery.id.as_str()))
        .filter(Column::State.eq(State::Pending.code()))
}

fn finish(row: sea_orm::UpdateMany<Entity>, state: State, now: Timestamp) -> sea_orm::UpdateMany<Entity> {
    row.col_expr(Column::State, Expr::value(state.code()))
        .col_expr(Column::FinishTime, Expr::value(to_micros(now)))
}

fn later(now: Timestamp, by: Duration) -> i64 {
    to_micros(now).saturating_add(i64::try_from(by.as_micros()).unwrap_or(i64::MAX))
}

/// One mail; only the person's own if there is one.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    organization: &str,
    person: Option<&str>,
    id: &str,
) -> Result<Option<Delivery>, Error> {
    let mut query = Entity::find_by_id((organization.to_owned(), id.to_owned()));
    if let Some(person) = person {
        query = query.filter(Column::Person.eq(person));
    }
    let Some(row) = query.one(db).await? else { return Ok(None) };
    let mut found = read(row)?;
    let files = attachment::of(db, organization, std::slice::from_ref(&found.id)).await?;
    found.mail.attachments = files.into_values().flatten().collect();
    Ok(Some(found))
}

/// Which mails of an organization to list.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Filter<'a> {
    /// Only to these people: all of them are the same person, or there is none.
    pub(crate) people: [Option<&'a str>; 2],
    pub(crate) state: Option<State>,
}

/// A page of mails, newest first, and one more to learn whether there is a next page.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    organization: &str,
    filter: Filter<'_>,
    page: &Page,
) -> Result<Vec<Delivery>, Error> {
    let mut query = Entity::find().filter(Column::Organization.eq(organization));
    for person in filter.people.into_iter().flatten() {
        query = query.filter(Column::Person.eq(person));
    }
    if let Some(state) = filter.state {
        query = query.filter(Column::State.eq(state.code()));
    }
    if let Some(key) = &page.after {
        query = query.filter(after(Column::CreateTime, Column::Id, key));
    }
    let rows =
        query.order_by_desc(Column::CreateTime).order_by_desc(Column::Id).limit(page.limit()).all(db).await?;
    rows.into_iter().map(read).collect()
}

/// Forgets mails that were written before an instant and wait for nothing; how many.
pub(crate) async fn forget(tx: &Tx, before: Timestamp) -> Result<u64, Error> {
    let old = Entity::delete_many()
        .filter(Column::CreateTime.lt(to_micros(before)))
        .filter(Column::State.ne(State::Pending.code()));
    let gone = old.exec(tx).await?.rows_affected;
    if gone > 0 {
        attachment::forget_orphans(tx).await?;
    }
    Ok(gone)
}
