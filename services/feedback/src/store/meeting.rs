//! Meetings and who is invited to them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kit::{
    db::{
        row::CHUNK,
        time::{from_micros, to_micros},
    },
    error::Error,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Alias, Expr, ExprTrait, Query},
};

use super::{
    entity::{
        meeting::{Column, Entity, Model},
        meeting_attendee as attendee,
    },
    from_json, int, json, put, uint, word,
};
use crate::domain::{
    committee::Role,
    meeting::{Attendee, Meeting, Response, State},
};

/// Which meetings a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    pub(crate) committee: Option<String>,
    pub(crate) states: Vec<State>,
    /// Who looks, if not everything is to be seen: the person, and the committees in which the person is.
    pub(crate) viewer: Option<(String, Vec<String>)>,
}

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Meeting>, Error> {
    let row = Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    Ok(with_attendees(db, organization, row.into_iter().collect()).await?.pop())
}

/// Writes a meeting with whoever is invited.
pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    meeting: &Meeting,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: meeting.id.clone(),
        committee: meeting.committee.clone(),
        title: json(&meeting.title)?,
        start_time: to_micros(meeting.start),
        minutes: int(meeting.minutes),
        zone: meeting.zone.clone(),
        location: meeting.location.clone(),
        guests: json(&meeting.guests)?,
        state: meeting.state.word().to_owned(),
        sequence: int(meeting.sequence),
        cancel_reason: meeting.cancel_reason.clone(),
        open_time: meeting.open_time.map(to_micros),
        close_time: meeting.close_time.map(to_micros),
        quorum_percent: int(meeting.quorum_percent),
        create_time: to_micros(meeting.create_time),
        revision: meeting.revision,
    };
    put::<Entity, C>(db, row).await?;
    let all = attendee::Entity::delete_many()
        .filter(attendee::Column::Organization.eq(organization))
        .filter(attendee::Column::Meeting.eq(meeting.id.as_str()));
    all.exec(db).await?;
    for (place, person) in (0_i32..).zip(&meeting.attendees) {
        let row = attendee::Model {
            organization: organization.to_owned(),
            meeting: meeting.id.clone(),
            person: person.person.clone(),
            role: person.role.map(|r| r.word().to_owned()),
            response: person.response.word().to_owned(),
            present: person.present,
            place,
        };
        put::<attendee::Entity, C>(db, row).await?;
    }
    Ok(())
}

/// Meetings, the latest start first, those after the one with this start and id.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter,
    after: Option<(i64, &str)>,
    limit: u64,
) -> Result<Vec<Meeting>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .order_by_desc(Column::StartTime)
        .order_by_desc(Column::Id)
        .limit(limit);
    if let Some(committee) = &filter.committee {
        query = query.filter(Column::Committee.eq(committee.as_str()));
    }
    if !filter.states.is_empty() {
        query = query.filter(Column::State.is_in(filter.states.iter().map(|s| s.word())));
    }
    if let Some((person, committees)) = &filter.viewer {
        let invited = Query::select()
            .column(Alias::new("meeting"))
            .from(Alias::new("meeting_attendee"))
            .and_where(Expr::col(Alias::new("organization")).eq(organization))
            .and_where(Expr::col(Alias::new("person")).eq(person.as_str()))
            .to_owned();
        let seen = Condition::any()
            .add(Column::Id.in_subquery(invited))
            .add(Column::Committee.is_in(committees.iter().map(String::as_str)));
        query = query.filter(seen);
    }
    if let Some((start, id)) = after {
        let same = Condition::all().add(Column::StartTime.eq(start)).add(Column::Id.lt(id));
        query = query.filter(Condition::any().add(Column::StartTime.lt(start)).add(same));
    }
    with_attendees(db, organization, query.all(db).await?).await
}

/// The key of a meeting in [`list`].
pub(crate) fn key(meeting: &Meeting) -> i64 {
    to_micros(meeting.start)
}

/// The meetings of a committee that were not opened and begin after an instant.
pub(crate) async fn to_come<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    committee: &str,
    now: Timestamp,
) -> Result<Vec<Meeting>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Committee.eq(committee))
        .filter(Column::State.eq(State::Scheduled.word()))
        .filter(Column::StartTime.gte(to_micros(now)))
        .order_by_asc(Column::StartTime);
    with_attendees(db, organization, query.all(db).await?).await
}

/// The meetings with these ids, by id.
pub(crate) async fn all_of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: &[String],
) -> Result<BTreeMap<String, Meeting>, Error> {
    let mut all = BTreeMap::new();
    for ids in ids.chunks(CHUNK) {
        let query = Entity::find()
            .filter(Column::Organization.eq(organization))
            .filter(Column::Id.is_in(ids.iter().map(String::as_str)));
        for meeting in with_attendees(db, organization, query.all(db).await?).await? {
            all.insert(meeting.id.clone(), meeting);
        }
    }
    Ok(all)
}

async fn with_attendees<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    rows: Vec<Model>,
) -> Result<Vec<Meeting>, Error> {
    let ids: Vec<&str> = rows.iter().map(|r| r.id.as_str()).collect();
    let mut attendees = BTreeMap::<String, Vec<Attendee>>::new();
    for ids in ids.chunks(CHUNK) {
        let query = attendee::Entity::find()
            .filter(attendee::Column::Organization.eq(organization))
            .filter(attendee::Column::Meeting.is_in(ids.iter().copied()))
            .order_by_asc(attendee::Column::Place);
        for row in query.all(db).await? {
            let one = Attendee {
                person: row.person,
                role: row.role.map(|r| word(Role::of_word(&r))).transpose()?,
                response: word(Response::of_word(&row.response))?,
                present: row.present,
            };
            attendees.entry(row.meeting).or_default().push(one);
        }
    }
    rows.into_iter()
        .map(|row| {
            Ok(Meeting {
                attendees: attendees.remove(&row.id).unwrap_or_default(),
                id: row.id,
                committee: row.committee,
                title: from_json(&row.title)?,
                start: from_micros(row.start_time),
                minutes: uint(row.minutes),
                zone: row.zone,
                location: row.location,
                guests: from_json(&row.guests)?,
                state: word(State::of_word(&row.state))?,
                sequence: uint(row.sequence),
                cancel_reason: row.cancel_reason,
                open_time: row.open_time.map(from_micros),
                close_time: row.close_time.map(from_micros),
                quorum_percent: uint(row.quorum_percent),
                create_time: from_micros(row.create_time),
                revision: row.revision,
            })
        })
        .collect()
}
