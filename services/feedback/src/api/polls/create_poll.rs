//! `CreatePoll`: the members who are present are asked.

use kit::{auth::Caller, error::Error, localize::Text, request_id::RequestId, violation::Rule};
use proto::feedback::v1::{CreatePollRequest, Poll as Reply};
use tonic::{Request, Response};

use super::{convert, edit};
use crate::{
    Feedback,
    api::meetings::seeing::Seen,
    domain::poll::{MAX_POLLS, Method, Poll},
    names::MeetingName,
    store,
};

pub(super) async fn create_poll(
    s: &Feedback,
    request: Request<CreatePollRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: MeetingName = who.parse("parent", &request.parent)?;
    let (o, now, mut violations) = (&name.organization, s.clock.now(), who.violations());
    let given = request.poll.clone().unwrap_or_default();

    let once = RequestId::new(o, "CreatePoll", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let seen = Seen::load(s, &tx, &who, &name).await?;
    seen.must_lead()?;
    let meeting = &seen.meeting;
    let mut poll = Poll {
        id: s.ids.next(),
        meeting: meeting.id.clone(),
        agenda_item: None,
        question: Text::default(),
        method: Method::ShowOfHands,
        options: Vec::new(),
        dots: 0,
        stances: Vec::new(),
        create_time: now,
        close_time: None,
        needed: meeting.quorum().needed,
    };
    edit::edit(&tx, &mut violations, o, &mut poll, &given).await?;
    let count = store::poll::of_meeting(&tx, o, &meeting.id).await?.len();
    if count >= MAX_POLLS {
        violations.add("poll", count + 1, Rule::TooMany { max: MAX_POLLS as u64 });
    }
    violations.check()?;
    meeting.must_be_open()?;
    meeting.must_have_quorum()?;
    store::poll::save(&tx, o, &poll).await?;
    let reply = convert::poll(&tx, o, meeting, &poll, who.person()?).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
