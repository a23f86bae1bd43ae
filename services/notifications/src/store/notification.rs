//! Notifications of people: the inbox, and what waits for the digest.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kit::{
    db::{
        Tx,
        row::CHUNK,
        time::{from_micros, to_micros},
    },
    error::Error,
    page::Page,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Set, sea_query::Expr,
};

use super::entity::notification::{ActiveModel, Column, Entity, Model};
use crate::domain::content::Content;

/// One notification of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notification {
    pub(crate) id: String,
    pub(crate) person: String,
    pub(crate) content: Content,
    /// The id of the application that it is about.
    pub(crate) application: Option<String>,
    /// Whether the inbox shows it.
    pub(crate) inbox: bool,
    /// Whether it waits for the digest.
    pub(crate) waiting: bool,
    pub(crate) create_time: Timestamp,
    pub(crate) read_time: Option<Timestamp>,
}

impl Notification {
    /// Its place in the list, newest first.
    pub(crate) fn key(&self) -> String {
        format!("{}.{}", to_micros(self.create_time), self.id)
    }
}

fn read(row: Model) -> Result<Notification, Error> {
    Ok(Notification {
        id: row.id,
        person: row.person,
        content: serde_json::from_str(&row.content)?,
        application: row.application,
        inbox: row.inbox,
        waiting: row.waiting,
        create_time: from_micros(row.create_time),
        read_time: row.read_time.map(from_micros),
    })
}

/// What comes after a key of [`Notification::key`] or of the mails, newest first; nothing for a key that is none.
pub(super) fn after<C: ColumnTrait>(time: C, id: C, key: &str) -> Condition {
    match key.split_once('.').and_then(|(micros, id)| Some((micros.parse::<i64>().ok()?, id))) {
        Some((micros, last)) => {
            Condition::any().add(time.lt(micros)).add(Condition::all().add(time.eq(micros)).add(id.lt(last)))
        }
        None => Condition::all().add(Expr::value(false)),
    }
}

fn inbox_of(organization: &str, person: &str) -> Condition {
    Condition::all()
        .add(Column::Organization.eq(organization))
        .add(Column::Person.eq(person))
        .add(Column::Inbox.eq(true))
}

/// Adds one.
pub(crate) async fn insert(tx: &Tx, organization: &str, new: &Notification) -> Result<(), Error> {
    let row = ActiveModel {
        organization: Set(organization.to_owned()),
        id: Set(new.id.clone()),
        person: Set(new.person.clone()),
        kind: Set(new.content.kind().code().to_owned()),
        content: Set(serde_json::to_string(&new.content)?),
        application: Set(new.application.clone()),
        inbox: Set(new.inbox),
        waiting: Set(new.waiting),
        create_time: Set(to_micros(new.create_time)),
        read_time: Set(new.read_time.map(to_micros)),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// One of the person's inbox.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    organization: &str,
    person: &str,
    id: &str,
) -> Result<Option<Notification>, Error> {
    let found =
        Entity::find().filter(inbox_of(organization, person)).filter(Column::Id.eq(id)).one(db).await?;
    found.map(read).transpose()
}

/// A page of the person's inbox, newest first, and one more to learn whether there is a next page.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    organization: &str,
    person: &str,
    unread_only: bool,
    page: &Page,
) -> Result<Vec<Notification>, Error> {
    let mut query = Entity::find().filter(inbox_of(organization, person));
    if unread_only {
        query = query.filter(Column::ReadTime.is_null());
    }
    if let Some(key) = &page.after {
        query = query.filter(after(Column::CreateTime, Column::Id, key));
    }
    let rows =
        query.order_by_desc(Column::CreateTime).order_by_desc(Column::Id).limit(page.limit()).all(db).await?;
    rows.into_iter().map(read).collect()
}

/// How many of the person's inbox are unread.
pub(crate) async fn count_unread(
    db: &impl ConnectionTrait,
    organization: &str,
    person: &str,
) -> Result<u64, Error> {
    let unread = Entity::find().filter(inbox_of(organization, person)).filter(Column::ReadTime.is_null());
    Ok(unread.count(db).await?)
}

/// Marks one as read, unless it is.
pub(crate) async fn mark_read(tx: &Tx, organization: &str, id: &str, now: Timestamp) -> Result<(), Error> {
    Entity::update_many()
        .col_expr(Column::ReadTime, Expr::value(to_micros(now)))
        .filter(Column::Organization.eq(organization))
        .filter(Column::Id.eq(id))
        .filter(Column::ReadTime.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// Marks the person's inbox as read, up to an instant if there is one; how many were unread.
pub(crate) async fn mark_all_read(
    tx: &Tx,
    organization: &str,
    person: &str,
    until: Option<Timestamp>,
    now: Timestamp,
) -> Result<u64, Error> {
    let mut update = Entity::update_many()
        .col_expr(Column::ReadTime, Expr::value(to_micros(now)))
        .filter(inbox_of(organization, person))
        .filter(Column::ReadTime.is_null());
    if let Some(until) = until {
        update = update.filter(Column::CreateTime.lte(to_micros(until)));
    }
    Ok(update.exec(tx).await?.rows_affected)
}

/// The people of an organization for whom something waits that came before an instant, by id.
pub(crate) async fn people_waiting(
    db: &impl ConnectionTrait,
    organization: &str,
    until: Timestamp,
) -> Result<Vec<String>, Error> {
    let query = Entity::find()
        .select_only()
        .column(Column::Person)
        .filter(Column::Waiting.eq(true))
        .filter(Column::Organization.eq(organization))
        .filter(Column::CreateTime.lt(to_micros(until)))
        .group_by(Column::Person)
        .order_by_asc(Column::Person);
    Ok(query.into_tuple().all(db).await?)
}

/// What waits for a person's digest and came before an instant, oldest first.
pub(crate) async fn waiting(
    db: &impl ConnectionTrait,
    organization: &str,
    person: &str,
    until: Timestamp,
) -> Result<Vec<Notification>, Error> {
    let rows = Entity::find()
        .filter(waiting_before(organization, person, until))
        .order_by_asc(Column::CreateTime)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Nothing of that waits any longer; what no inbox shows goes away.
pub(crate) async fn settle(tx: &Tx, organization: &str, person: &str, until: Timestamp) -> Result<(), Error> {
    let waiting = || waiting_before(organization, person, until);
    Entity::delete_many().filter(waiting()).filter(Column::Inbox.eq(false)).exec(tx).await?;
    Entity::update_many().col_expr(Column::Waiting, Expr::value(false)).filter(waiting()).exec(tx).await?;
    Ok(())
}

fn waiting_before(organization: &str, person: &str, until: Timestamp) -> Condition {
    Condition::all()
        .add(Column::Waiting.eq(true))
        .add(Column::Organization.eq(organization))
        .add(Column::Person.eq(person))
        .add(Column::CreateTime.lt(to_micros(until)))
}

/// Forgets what came before an instant; how many.
pub(crate) async fn forget(tx: &Tx, before: Timestamp) -> Result<u64, Error> {
    Ok(Entity::delete_many().filter(Column::CreateTime.lt(to_micros(before))).exec(tx).await?.rows_affected)
}

/// How many messages about an application each of these people got in a time, and how many of them were opened; whoever got
/// none is left out.
pub(crate) async fn opened_by(
    db: &impl ConnectionTrait,
    organization: &str,
    application: &str,
    people: &[String],
    from: Timestamp,
    until: Timestamp,
) -> Result<BTreeMap<String, (usize, usize)>, Error> {
    let mut all = BTreeMap::<String, (usize, usize)>::new();
    for chunk in people.chunks(CHUNK) {
        let rows: Vec<(String, Option<i64>)> = Entity::find()
            .select_only()
            .column(Column::Person)
            .column(Column::ReadTime)
            .filter(Column::Organization.eq(organization))
            .filter(Column::Person.is_in(chunk))
            .filter(Column::Application.eq(application))
            .filter(Column::Inbox.eq(true))
            .filter(Column::CreateTime.gte(to_micros(from)))
            .filter(Column::CreateTime.lt(to_micros(until)))
            .into_tuple()
            .all(db)
            .await?;
        for (person, read_time) in rows {
            let (messages, opened) = all.entry(person).or_default();
            *messages += 1;
            *opened += usize::from(read_time.is_some());
        }
    }
    Ok(all)
}
