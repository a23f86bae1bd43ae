//! `ClosePoll`: it is counted.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{ClosePollRequest, Poll};
use tonic::{Request, Response};

use super::{convert, finding::find};
use crate::{Feedback, names::PollName, store};

pub(super) async fn close_poll(
    s: &Feedback,
    request: Request<ClosePollRequest>,
) -> Result<Response<Poll>, Error> {
    let who = Caller::of(&request)?;
    let name: PollName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let (seen, mut poll) = find(s, &tx, &who, &name).await?;
    seen.must_lead()?;
    if !poll.is_closed() {
        poll.close_time = Some(s.clock.now());
        store::poll::save(&tx, o, &poll).await?;
    }
    let reply = convert::poll(&tx, o, &seen.meeting, &poll, who.person()?).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
