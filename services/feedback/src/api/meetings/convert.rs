//! Meetings as the contract has them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kit::{
    calendar::Reader,
    contract::{count, etag, instant, localized},
    directory::{self, Organization, Person},
    error::Error,
    localize::{Language, Text},
};
use proto::feedback::v1 as pb;

use crate::{
    api::committees::convert::role,
    domain::{
        committee::Committee,
        meeting::{Meeting, Response, State},
    },
    names::{CommitteeName, MeetingName, PersonName},
    store::{self, ConnectionTrait},
};

pub(crate) fn state(state: State) -> pb::MeetingState {
    match state {
        State::Scheduled => pb::MeetingState::Scheduled,
        State::Open => pb::MeetingState::Open,
        State::Closed => pb::MeetingState::Closed,
        State::Cancelled => pb::MeetingState::Cancelled,
    }
}

fn response(response: Response) -> pb::InvitationResponse {
    match response {
        Response::None => pb::InvitationResponse::Unspecified,
        Response::Accepted => pb::InvitationResponse::Accepted,
        Response::Declined => pb::InvitationResponse::Declined,
        Response::Tentative => pb::InvitationResponse::Tentative,
    }
}

/// How somebody without choices of one's own reads a language in an organization.
pub(crate) fn reader_in(organization: &Organization, language: Language) -> Reader {
    Person::new("", "", Date::MIN).reader_in(organization, language)
}

/// What people are called.
pub(crate) async fn names<C: ConnectionTrait>(
    db: &C,
    o: &str,
    people: Vec<String>,
) -> Result<BTreeMap<String, String>, Error> {
    let ids: BTreeSet<String> = people.into_iter().filter(|p| !p.is_empty()).collect();
    let people = directory::people(db, o, &ids.into_iter().collect::<Vec<_>>()).await?;
    Ok(people.into_iter().map(|p| (p.id, p.display_name)).collect())
}

/// Several meetings, as somebody sees them.
pub(crate) async fn view_many<C: ConnectionTrait>(
    db: &C,
    o: &str,
    today: Date,
    meetings: &[Meeting],
    viewer: Option<&str>,
) -> Result<Vec<pb::Meeting>, Error> {
    let people = meetings.iter().flat_map(|m| &m.attendees).map(|a| a.person.clone()).collect();
    let called = names(db, o, people).await?;
    let ids: Vec<String> = meetings.iter().map(|m| m.id.clone()).collect();
    let agendas = store::agenda::of_meetings(db, o, &ids).await?;
    let mut committees: BTreeMap<&str, Option<Committee>> = BTreeMap::new();
    for meeting in meetings {
        if !committees.contains_key(meeting.committee.as_str()) {
            let committee = store::committee::load(db, o, &meeting.committee).await?;
            committees.insert(&meeting.committee, committee);
        }
    }
    let view = |meeting: &Meeting| {
        let committee = committees.get(meeting.committee.as_str()).and_then(Option::as_ref);
        let own = viewer.and_then(|p| committee.and_then(|c| c.role_on(p, today)));
        let title = committee.map(|c| &c.title);
        let minutes = agendas.get(&meeting.id).map_or(0, |items| items.iter().map(|i| i.minutes).sum());
        pb::Meeting {
            own_role: role(own).into(),
            agenda_minutes: count(minutes),
            ..plain(o, meeting, title, &called)
        }
    };
    Ok(meetings.iter().map(view).collect())
}

/// One meeting, as somebody sees it.
pub(crate) async fn view<C: ConnectionTrait>(
    db: &C,
    o: &str,
    today: Date,
    meeting: &Meeting,
    viewer: Option<&str>,
) -> Result<pb::Meeting, Error> {
    let mut all = view_many(db, o, today, std::slice::from_ref(meeting), viewer).await?;
    all.pop().ok_or_else(|| Error::internal("a meeting has no view"))
}

fn plain(o: &str, meeting: &Meeting, title: Option<&Text>, called: &BTreeMap<String, String>) -> pb::Meeting {
    let quorum = meeting.quorum();
    let attendees = meeting.attendees.iter().map(|a| pb::Attendee {
        person: PersonName::new(o, &a.person).to_string(),
        display_name: called.get(&a.person).cloned().unwrap_or_default(),
        role: role(a.role).into(),
        response: response(a.response).into(),
        present: a.present,
    });
    pb::Meeting {
        name: MeetingName::new(o, &meeting.id).to_string(),
        committee: CommitteeName::new(o, &meeting.committee).to_string(),
        committee_title: title.and_then(localized),
        title: localized(&meeting.title),
        start_time: instant(meeting.start),
        duration_minutes: count(meeting.minutes),
        time_zone: meeting.zone.clone(),
        location: meeting.location.clone(),
        guests: meeting.guests.iter().map(|g| PersonName::new(o, g).to_string()).collect(),
        state: state(meeting.state).into(),
        attendees: attendees.collect(),
        quorum: Some(pb::Quorum {
            members: count(quorum.members),
            present: count(quorum.present),
            needed: count(quorum.needed),
            reached: quorum.reached(),
        }),
        sequence: count(meeting.sequence),
        cancel_reason: meeting.cancel_reason.clone(),
        open_time: instant(meeting.open_time),
        close_time: instant(meeting.close_time),
        agenda_minutes: 0,
        own_role: 0,
        create_time: instant(meeting.create_time),
        etag: etag(meeting.revision),
    }
}
