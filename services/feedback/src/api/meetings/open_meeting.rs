//! `OpenMeeting`: people meet.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{Meeting, OpenMeetingRequest};
use tonic::{Request, Response};

use super::{convert, seeing::Seen};
use crate::{
    Feedback,
    domain::meeting::State,
    error::{Reason, Refuse},
    inviting::Tell,
    names::MeetingName,
    store,
};

pub(super) async fn open_meeting(
    s: &Feedback,
    request: Request<OpenMeetingRequest>,
) -> Result<Response<Meeting>, Error> {
    let who = Caller::of(&request)?;
    let name: MeetingName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let seen = Seen::load(s, &tx, &who, &name).await?;
    seen.must_lead()?;
    let mut meeting = seen.meeting;
    if meeting.state != State::Open {
        let today = s.today(&tx, o).await?;
        if !seen.committee.meets_on(today) {
            return Err(Reason::CommitteeEnded.refuse("the committee does not meet any more"));
        }
        // Who has come to the committee or left it since the invitation counts as of now.
        s.invite(&tx, o, &seen.committee, &mut meeting, Tell::Newcomers).await?;
        meeting.open(s.clock.now())?;
        // What the committee decided on its quorum until now holds for this meeting.
        meeting.quorum_percent = seen.committee.quorum_percent;
        meeting.revision += 1;
        store::meeting::save(&tx, o, &meeting).await?;
    }
    let today = s.today(&tx, o).await?;
    let reply = convert::view(&tx, o, today, &meeting, Some(who.person()?)).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
