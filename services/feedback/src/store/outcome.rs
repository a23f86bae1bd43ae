//! What meetings leave behind.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kit::{
    db::{
        row::CHUNK,
        time::{from_days, from_micros, to_days, to_micros},
    },
    error::Error,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Alias, Expr, ExprTrait, Query},
};

use super::{
    entity::{
        outcome::{Column, Entity, Model},
        outcome_proposal as decided,
    },
    from_json, json, put, word,
};
use crate::domain::outcome::{Decided, Kind, Outcome, Task, Verdict};

/// Which outcomes a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    pub(crate) committee: Option<String>,
    pub(crate) meeting: Option<String>,
    pub(crate) kind: Option<Kind>,
    pub(crate) owner: Option<String>,
    pub(crate) open_only: bool,
    /// Who looks, if not everything is to be seen: the person, and the committees in which the person is.
    pub(crate) viewer: Option<(String, Vec<String>)>,
}

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Outcome>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    Ok(with_proposals(db, organization, row.into_iter().collect()).await?.pop())
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    outcome: &Outcome,
) -> Result<(), Error> {
    let task = outcome.task.as_ref();
    let row = Model {
        organization: organization.to_owned(),
        id: outcome.id.clone(),
        meeting: outcome.meeting.clone(),
        committee: outcome.committee.clone(),
        kind: outcome.kind.word().to_owned(),
        text: json(&outcome.text)?,
        agenda_item: outcome.agenda_item.clone(),
        poll: outcome.poll.clone(),
        owner: task.map(|t| t.owner.clone()),
        due_day: task.map(|t| to_days(t.due)),
        done_time: task.and_then(|t| t.done_time).map(to_micros),
        follow_up: task.map(|t| t.follow_up.clone()).unwrap_or_default(),
        reminded_day: task.and_then(|t| t.reminded).map(to_days),
        create_time: to_micros(outcome.create_time),
    };
    put::<Entity, C>(db, row).await?;
    for (place, one) in (0_i32..).zip(&outcome.proposals) {
        let row = decided::Model {
            organization: organization.to_owned(),
            outcome: outcome.id.clone(),
            proposal: one.proposal.clone(),
            verdict: one.verdict.word().to_owned(),
            place,
        };
        put::<decided::Entity, C>(db, row).await?;
    }
    Ok(())
}

/// How many outcomes a meeting has.
pub(crate) async fn count_of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    meeting: &str,
) -> Result<u64, Error> {
    let query =
        Entity::find().filter(Column::Organization.eq(organization)).filter(Column::Meeting.eq(meeting));
    Ok(query.count(db).await?)
}

/// Outcomes, newest first, those before `before`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Outcome>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id).limit(limit);
    for (column, wanted) in [
        (Column::Committee, &filter.committee),
        (Column::Meeting, &filter.meeting),
        (Column::Owner, &filter.owner),
    ] {
        if let Some(wanted) = wanted {
            query = query.filter(column.eq(wanted.as_str()));
        }
    }
    if let Some(kind) = filter.kind {
        query = query.filter(Column::Kind.eq(kind.word()));
    }
    if filter.open_only {
        query = query.filter(Column::Kind.eq(Kind::Task.word())).filter(Column::DoneTime.is_null());
    }
    if let Some((person, committees)) = &filter.viewer {
        let invited = Query::select()
            .column(Alias::new("meeting"))
            .from(Alias::new("meeting_attendee"))
            .and_where(Expr::col(Alias::new("organization")).eq(organization))
            .and_where(Expr::col(Alias::new("person")).eq(person.as_str()))
            .to_owned();
        let seen = Condition::any()
            .add(Column::Owner.eq(person.as_str()))
            .add(Column::Meeting.in_subquery(invited))
            .add(Column::Committee.is_in(committees.iter().map(String::as_str)));
        query = query.filter(seen);
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    with_proposals(db, organization, query.all(db).await?).await
}

/// The outcomes of a meeting, oldest first.
pub(crate) async fn of_meeting<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    meeting: &str,
) -> Result<Vec<Outcome>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Meeting.eq(meeting))
        .order_by_asc(Column::Id);
    with_proposals(db, organization, query.all(db).await?).await
}

/// The tasks of an organization that are open after their day, the longest overdue first; of one committee if there is one.
pub(crate) async fn overdue<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    committee: Option<&str>,
    today: Date,
    limit: u64,
) -> Result<Vec<Outcome>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Kind.eq(Kind::Task.word()))
        .filter(Column::DoneTime.is_null())
        .filter(Column::DueDay.lt(to_days(today)))
        .order_by_asc(Column::DueDay)
        .order_by_asc(Column::Id)
        .limit(limit);
    if let Some(committee) = committee {
        query = query.filter(Column::Committee.eq(committee));
    }
    with_proposals(db, organization, query.all(db).await?).await
}

/// The overdue tasks of an organization whose owner was not reminded since a day, the longest overdue first.
pub(crate) async fn to_remind<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    today: Date,
    reminded_before: Date,
    limit: u64,
) -> Result<Vec<Outcome>, Error> {
    let waiting = Condition::any()
        .add(Column::RemindedDay.is_null())
        .add(Column::RemindedDay.lte(to_days(reminded_before)));
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Kind.eq(Kind::Task.word()))
        .filter(Column::DoneTime.is_null())
        .filter(Column::DueDay.lt(to_days(today)))
        .filter(waiting)
        .order_by_asc(Column::DueDay)
        .order_by_asc(Column::Id)
        .limit(limit);
    with_proposals(db, organization, query.all(db).await?).await
}

async fn with_proposals<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    rows: Vec<Model>,
) -> Result<Vec<Outcome>, Error> {
    let ids: Vec<&str> = rows.iter().map(|r| r.id.as_str()).collect();
    let mut proposals = BTreeMap::<String, Vec<Decided>>::new();
    for ids in ids.chunks(CHUNK) {
        let query = decided::Entity::find()
            .filter(decided::Column::Organization.eq(organization))
            .filter(decided::Column::Outcome.is_in(ids.iter().copied()))
            .order_by_asc(decided::Column::Place);
        for row in query.all(db).await? {
            let one = Decided { proposal: row.proposal, verdict: word(Verdict::of_word(&row.verdict))? };
            proposals.entry(row.outcome).or_default().push(one);
        }
    }
    rows.into_iter()
        .map(|row| {
            let task = match (row.owner, row.due_day) {
                (Some(owner), Some(due)) => Some(Task {
                    owner,
                    due: from_days(due),
                    done_time: row.done_time.map(from_micros),
                    follow_up: row.follow_up,
                    reminded: row.reminded_day.map(from_days),
                }),
                _ => None,
            };
            Ok(Outcome {
                proposals: proposals.remove(&row.id).unwrap_or_default(),
                id: row.id,
                meeting: row.meeting,
                committee: row.committee,
                kind: word(Kind::of_word(&row.kind))?,
                text: from_json(&row.text)?,
                agenda_item: row.agenda_item,
                poll: row.poll,
                task,
                create_time: from_micros(row.create_time),
            })
        })
        .collect()
}
