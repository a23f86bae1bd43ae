//! What is said about proposals.

use jiff::{Timestamp, civil::Date};
use kit::{
    db::time::{from_days, from_micros, to_days, to_micros},
    error::Error,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    count,
    entity::proposal_comment::{Column, Entity, Model},
    execute, from_json, json, put,
};
use crate::domain::proposal_comment::{Author, Comment};

/// What comments are ordered by.
const PLACE: [Column; 4] = [Column::Day, Column::Late, Column::Place, Column::Id];

/// Where a comment stands among the others: day, whether at the end of it, place, id.
pub(crate) type Place = (i32, i32, i64, String);

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    id: &str,
) -> Result<Option<Comment>, Error> {
    let key = (organization.to_owned(), proposal.to_owned(), id.to_owned());
    Entity::find_by_id(key).one(db).await?.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    comment: &Comment,
) -> Result<(), Error> {
    let (day, late, place, id) = place_of(comment);
    let row = Model {
        organization: organization.to_owned(),
        proposal: comment.proposal.clone(),
        id,
        author: comment.person().map(str::to_owned),
        text: comment.text.clone(),
        mentions: json(&comment.mentions)?,
        day,
        late,
        place,
        hidden: comment.hidden.clone(),
        reviewed: comment.reviewed,
        told: comment.told,
    };
    put::<Entity, C>(db, row).await
}

pub(crate) async fn delete<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    comment: &Comment,
) -> Result<(), Error> {
    let sql = "DELETE FROM proposal_comment WHERE organization = $1 AND proposal = $2 AND id = $3";
    execute(db, sql, vec![organization.into(), comment.proposal.clone().into(), comment.id.clone().into()])
        .await?;
    Ok(())
}

/// Where a comment stands.
pub(crate) fn place_of(comment: &Comment) -> Place {
    let (late, place) = match &comment.author {
        Author::Person { time, .. } => (0, to_micros(*time)),
        Author::AnonymousProposer { place } => (1, *place),
    };
    (to_days(comment.day), late, place, comment.id.clone())
}

/// Comments of a proposal in their order, those after a place.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    after: Option<Place>,
    limit: u64,
) -> Result<Vec<Comment>, Error> {
    let mut query = of_proposal(organization, proposal).limit(limit);
    for column in PLACE {
        query = query.order_by_asc(column);
    }
    if let Some((day, late, place, id)) = after {
        let same_place = Condition::all().add(Column::Place.eq(place)).add(Column::Id.gt(id));
        let later_place = Condition::any().add(Column::Place.gt(place)).add(same_place);
        let same_part = Condition::all().add(Column::Late.eq(late)).add(later_place);
        let later_part = Condition::any().add(Column::Late.gt(late)).add(same_part);
        let same_day = Condition::all().add(Column::Day.eq(day)).add(later_part);
        query = query.filter(Condition::any().add(Column::Day.gt(day)).add(same_day));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

/// The last comments of a proposal, in their order.
pub(crate) async fn latest<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    limit: u64,
) -> Result<Vec<Comment>, Error> {
    let mut query = of_proposal(organization, proposal).limit(limit);
    for column in PLACE {
        query = query.order_by_desc(column);
    }
    query.all(db).await?.into_iter().rev().map(read).collect()
}

/// How many comments a proposal has, hidden ones too.
pub(crate) async fn count_all<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
) -> Result<u64, Error> {
    let sql = "SELECT COUNT(*) FROM proposal_comment WHERE organization = $1 AND proposal = $2";
    count(db, sql, vec![organization.into(), proposal.into()]).await
}

/// How many can be seen.
pub(crate) async fn count_shown<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
) -> Result<u64, Error> {
    let sql =
        "SELECT COUNT(*) FROM proposal_comment WHERE organization = $1 AND proposal = $2 AND hidden IS NULL";
    count(db, sql, vec![organization.into(), proposal.into()]).await
}

/// How many a person wrote since an instant, anywhere.
pub(crate) async fn count_since<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    since: Timestamp,
) -> Result<u64, Error> {
    let sql = "SELECT COUNT(*) FROM proposal_comment WHERE organization = $1 AND author = $2 AND place > $3";
    count(db, sql, vec![organization.into(), person.into(), to_micros(since).into()]).await
}

/// How often the writer of an anonymous proposal answered: ever, and on a day.
pub(crate) async fn count_anonymous<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    day: Date,
) -> Result<(u64, u64), Error> {
    let sql =
        "SELECT COUNT(*) FROM proposal_comment WHERE organization = $1 AND proposal = $2 AND author IS NULL";
    let ever = count(db, sql, vec![organization.into(), proposal.into()]).await?;
    let sql = format!("{sql} AND day = $3");
    Ok((ever, count(db, sql, vec![organization.into(), proposal.into(), to_days(day).into()]).await?))
}

/// Comments of writers of anonymous proposals from before a day, of which nobody was told.
pub(crate) async fn untold<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    before: Date,
    most: u64,
) -> Result<Vec<Comment>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Told.eq(false))
        .filter(Column::Day.lt(to_days(before)))
        .order_by_asc(Column::Proposal)
        .limit(most);
    for column in PLACE {
        query = query.order_by_asc(column);
    }
    query.all(db).await?.into_iter().map(read).collect()
}

fn of_proposal(organization: &str, proposal: &str) -> sea_orm::Select<Entity> {
    Entity::find().filter(Column::Organization.eq(organization)).filter(Column::Proposal.eq(proposal))
}

pub(super) fn read(row: Model) -> Result<Comment, Error> {
    let author = match row.author {
        Some(person) => Author::Person { person, time: from_micros(row.place) },
        None => Author::AnonymousProposer { place: row.place },
    };
    Ok(Comment {
        id: row.id,
        proposal: row.proposal,
        author,
        text: row.text,
        mentions: from_json(&row.mentions)?,
        day: from_days(row.day),
        hidden: row.hidden,
        reviewed: row.reviewed,
        told: row.told,
    })
}
