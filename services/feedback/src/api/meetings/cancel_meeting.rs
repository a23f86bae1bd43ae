//! `CancelMeeting`: it leaves everybody's calendar.

use kit::{auth::Caller, error::Error, text};
use proto::feedback::v1::{CancelMeetingRequest, Meeting};
use tonic::{Request, Response};

use super::{convert, seeing::Seen};
use crate::{Feedback, domain::meeting::State, names::MeetingName};

pub(super) async fn cancel_meeting(
    s: &Feedback,
    request: Request<CancelMeetingRequest>,
) -> Result<Response<Meeting>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: MeetingName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let reason = text::clean(&request.reason);
    violations.length("reason", &reason, 0..=500);
    violations.check()?;

    let tx = s.db.begin().await?;
    let seen = Seen::load(s, &tx, &who, &name).await?;
    seen.must_prepare()?;
    let mut meeting = seen.meeting.clone();
    if meeting.state != State::Cancelled {
        meeting.must_be_to_come()?;
        s.call_off(&tx, o, &seen.committee, &mut meeting, reason).await?;
    }
    let today = s.today(&tx, o).await?;
    let reply = convert::view(&tx, o, today, &meeting, Some(who.person()?)).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
