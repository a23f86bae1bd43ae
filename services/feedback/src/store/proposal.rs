//! Proposals: their rows.

use kit::{
    db::time::{from_days, to_days},
    error::Error,
    localize::Language,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

use super::{
    CHUNK, count,
    entity::proposal::{Column, Entity, Model},
    execute, from_json, int, json, uint,
};
use crate::domain::proposal::{Draft, Kind, Proposal, Proposer, Status, Tone, Topic};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Proposal>, Error> {
    Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?.map(read).transpose()
}

/// The proposals with these ids, in no order; ids that do not exist are left out.
pub(crate) async fn all_of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: &[String],
) -> Result<Vec<Proposal>, Error> {
    let mut all = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(CHUNK) {
        let query = Entity::find()
            .filter(Column::Organization.eq(organization))
            .filter(Column::Id.is_in(chunk.iter().map(String::as_str)));
        for row in query.all(db).await? {
            all.push(read(row)?);
        }
    }
    Ok(all)
}

/// The anonymous proposal whose secret has this hash.
pub(crate) async fn by_secret<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    secret_hash: &str,
) -> Result<Option<Proposal>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::SecretHash.eq(secret_hash));
    query.one(db).await?.map(read).transpose()
}

/// Adds a new one; an anonymous one with the hash of its secret.
pub(crate) async fn insert<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &Proposal,
    secret_hash: Option<String>,
) -> Result<(), Error> {
    let row = Model { secret_hash, ..row(organization, proposal)? };
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Saves what can change.
pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &Proposal,
) -> Result<(), Error> {
    let row = row(organization, proposal)?;
    let sql = "UPDATE proposal SET kind = $3, title = $4, body = $5, language = $6, application = $7, feature = $8, \
               topic = $9, tone = $10, status = $11, answer = $12, duplicate_of = $13, tags = $14, votes = $15, \
               comments = $16, hidden = $17, reviewed = $18, revision = $19 WHERE organization = $1 AND id = $2";
    let values = vec![
        row.organization.into(),
        row.id.into(),
        row.kind.into(),
        row.title.into(),
        row.body.into(),
        row.language.into(),
        row.application.into(),
        row.feature.into(),
        row.topic.into(),
        row.tone.into(),
        row.status.into(),
        row.answer.into(),
        row.duplicate_of.into(),
        row.tags.into(),
        row.votes.into(),
        row.comments.into(),
        row.hidden.into(),
        row.reviewed.into(),
        row.revision.into(),
    ];
    execute(db, sql, values).await?;
    Ok(())
}

/// How many a person made in the own name on a day.
pub(crate) async fn count_of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    day: jiff::civil::Date,
) -> Result<u64, Error> {
    let sql = "SELECT COUNT(*) FROM proposal WHERE organization = $1 AND proposer = $2 AND day = $3";
    count(db, sql, vec![organization.into(), person.into(), to_days(day).into()]).await
}

/// A part of all proposals of an organization by id, those after `after`: for what goes through all of them.
pub(crate) async fn page<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    after: &str,
    limit: u64,
) -> Result<Vec<Proposal>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Id.gt(after))
        .order_by_asc(Column::Id)
        .limit(limit);
    query.all(db).await?.into_iter().map(read).collect()
}

pub(super) fn read(row: Model) -> Result<Proposal, Error> {
    let unknown = || Error::internal("a stored proposal has a word that nobody knows");
    Ok(Proposal {
        id: row.id,
        draft: Draft {
            kind: Kind::from_number(row.kind).ok_or_else(unknown)?,
            title: row.title,
            body: row.body,
            language: Language::from_proto(row.language).ok_or_else(unknown)?,
            application: row.application,
            feature: row.feature,
            topic: Topic::from_number(row.topic).ok_or_else(unknown)?,
            tone: Tone::from_number(row.tone).ok_or_else(unknown)?,
        },
        proposer: row.proposer.map(|person| Proposer { person, team: row.team }),
        status: Status::from_number(row.status).ok_or_else(unknown)?,
        answer: row.answer,
        duplicate_of: row.duplicate_of,
        tags: from_json(&row.tags)?,
        votes: uint(row.votes),
        comments: uint(row.comments),
        hidden: row.hidden,
        reviewed: row.reviewed,
        day: from_days(row.day),
        revision: row.revision,
    })
}

fn row(organization: &str, proposal: &Proposal) -> Result<Model, Error> {
    let draft = &proposal.draft;
    Ok(Model {
        organization: organization.to_owned(),
        id: proposal.id.clone(),
        kind: draft.kind.number(),
        title: draft.title.clone(),
        body: draft.body.clone(),
        language: draft.language.to_proto().into(),
        application: draft.application.clone(),
        feature: draft.feature.clone(),
        topic: draft.topic.number(),
        tone: draft.tone.number(),
        proposer: proposal.proposer.as_ref().map(|p| p.person.clone()),
        team: proposal.proposer.as_ref().and_then(|p| p.team.clone()),
        secret_hash: None,
        status: proposal.status.number(),
        answer: proposal.answer.clone(),
        duplicate_of: proposal.duplicate_of.clone(),
        tags: json(&proposal.tags)?,
        votes: int(proposal.votes),
        comments: int(proposal.comments),
        hidden: proposal.hidden.clone(),
        reviewed: proposal.reviewed,
        day: to_days(proposal.day),
        revision: proposal.revision,
    })
}
