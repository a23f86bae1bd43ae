//! `CloseMeeting`: it is over.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{CloseMeetingRequest, Meeting};
use tonic::{Request, Response};

use super::{convert, seeing::Seen};
use crate::{
    Feedback,
    domain::meeting::State,
    error::{Reason, Refuse},
    names::MeetingName,
    store,
};

pub(super) async fn close_meeting(
    s: &Feedback,
    request: Request<CloseMeetingRequest>,
) -> Result<Response<Meeting>, Error> {
    let who = Caller::of(&request)?;
    let name: MeetingName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let seen = Seen::load(s, &tx, &who, &name).await?;
    seen.must_lead()?;
    let mut meeting = seen.meeting;
    if meeting.state != State::Closed {
        let polls = store::poll::of_meeting(&tx, o, &meeting.id).await?;
        if polls.iter().any(|p| !p.is_closed()) {
            return Err(Reason::PollOpen.refuse("a poll of the meeting is still open"));
        }
        meeting.close(s.clock.now())?;
        meeting.revision += 1;
        store::meeting::save(&tx, o, &meeting).await?;
    }
    let today = s.today(&tx, o).await?;
    let reply = convert::view(&tx, o, today, &meeting, Some(who.person()?)).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
