//! `ListPolls`: the polls of a meeting with each person's stance.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{ListPollsRequest, ListPollsResponse};
use tonic::{Request, Response};

use super::convert;
use crate::{Feedback, api::meetings::seeing::Seen, names::MeetingName, store};

pub(super) async fn list_polls(
    s: &Feedback,
    request: Request<ListPollsRequest>,
) -> Result<Response<ListPollsResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: MeetingName = who.parse("parent", &request.get_ref().parent)?;
    let (o, db) = (&name.organization, s.db.read());
    let seen = Seen::load(s, db, &who, &name).await?;
    let found = store::poll::of_meeting(db, o, &name.meeting).await?;
    let polls = convert::polls(db, o, &seen.meeting, &found, who.person()?).await?;
    Ok(Response::new(ListPollsResponse { polls }))
}
