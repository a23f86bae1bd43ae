//! `GetMeeting`: one meeting with whoever is invited.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{GetMeetingRequest, Meeting};
use tonic::{Request, Response};

use super::{convert, seeing::Seen};
use crate::{Feedback, names::MeetingName};

pub(super) async fn get_meeting(
    s: &Feedback,
    request: Request<GetMeetingRequest>,
) -> Result<Response<Meeting>, Error> {
    let who = Caller::of(&request)?;
    let name: MeetingName = who.parse("name", &request.get_ref().name)?;
    let (o, db) = (&name.organization, s.db.read());
    let seen = Seen::load(s, db, &who, &name).await?;
    let today = s.today(db, o).await?;
    Ok(Response::new(convert::view(db, o, today, &seen.meeting, Some(who.person()?)).await?))
}
