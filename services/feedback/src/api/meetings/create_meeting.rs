//! `CreateMeeting`: people are invited.

use jiff::Timestamp;
use kit::{
    auth::Caller, error::Error, localize::Text, name::OrganizationName, request_id::RequestId,
    violation::Rule,
};
use proto::{
    access::v1::Role as Grant,
    feedback::v1::{CreateMeetingRequest, Meeting as Reply},
};
use tonic::{Request, Response};

use super::{convert, edit};
use crate::{
    Feedback,
    api::committees::rights,
    domain::{
        committee::Role,
        meeting::{Meeting, State},
    },
    error::{Reason, Refuse},
    inviting::Tell,
    names::CommitteeName,
    store,
};

pub(super) async fn create_meeting(
    s: &Feedback,
    request: Request<CreateMeetingRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let given = request.meeting.clone().unwrap_or_default();
    let committee: CommitteeName = who.parse("meeting.committee", &given.committee)?;
    let (now, mut violations) = (s.clock.now(), who.violations());

    let once = RequestId::new(&o, "CreateMeeting", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let committee = rights::load(&tx, &committee).await?;
    let today = s.today(&tx, &o).await?;
    let person = who.person()?;
    let leads = committee.role_on(person, today).is_some_and(Role::leads);
    if !leads && !who.has(Grant::Hr) {
        return Err(Error::Denied);
    }
    let mut meeting = Meeting {
        id: s.ids.next(),
        committee: committee.id.clone(),
        title: Text::default(),
        start: Timestamp::UNIX_EPOCH,
        minutes: 0,
        zone: edit::usual_zone(&tx, &o, &committee, today).await?,
        location: String::new(),
        guests: Vec::new(),
        state: State::Scheduled,
        attendees: Vec::new(),
        sequence: 0,
        cancel_reason: String::new(),
        open_time: None,
        close_time: None,
        quorum_percent: committee.quorum_percent,
        create_time: now,
        revision: 1,
    };
    edit::edit(&tx, &mut violations, &o, &mut meeting, &given, edit::FIELDS, now).await?;
    if given.start_time.is_some()
        && violations.is_empty()
        && committee.end.is_some_and(|end| meeting.day() > end)
    {
        let max = committee.end.map(|d| d.to_string()).unwrap_or_default();
        let rule = Rule::OutOfRange { min: committee.start.to_string(), max };
        violations.add("meeting.start_time", meeting.day(), rule);
    }
    violations.check()?;
    if !committee.meets_on(meeting.day()) {
        return Err(Reason::CommitteeEnded.refuse("the committee does not meet on that day"));
    }
    if !committee.members_on(meeting.day()).iter().any(|m| m.role == Role::Chair) {
        return Err(Reason::NoChair.refuse("the committee has no chair on that day"));
    }
    s.invite(&tx, &o, &committee, &mut meeting, Tell::Newcomers).await?;
    store::meeting::save(&tx, &o, &meeting).await?;
    let reply = convert::view(&tx, &o, today, &meeting, Some(person)).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
