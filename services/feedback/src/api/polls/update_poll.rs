//! `UpdatePoll`: another question, as long as nobody answered this one.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{Poll, UpdatePollRequest};
use tonic::{Request, Response};

use super::{convert, edit, finding::find};
use crate::{
    Feedback,
    error::{Reason, Refuse},
    names::PollName,
    store,
};

pub(super) async fn update_poll(
    s: &Feedback,
    request: Request<UpdatePollRequest>,
) -> Result<Response<Poll>, Error> {
    let who = Caller::of(&request)?;
    let given = request.into_inner().poll.unwrap_or_default();
    let name: PollName = who.parse("poll.name", &given.name)?;
    let (o, mut violations) = (&name.organization, who.violations());

    let tx = s.db.begin().await?;
    let (seen, mut poll) = find(s, &tx, &who, &name).await?;
    seen.must_lead()?;
    edit::edit(&tx, &mut violations, o, &mut poll, &given).await?;
    violations.check()?;
    if poll.is_closed() {
        return Err(Reason::PollClosed.refuse("the poll is closed"));
    }
    if !poll.stances.is_empty() {
        return Err(Reason::PollHasStances.refuse("somebody took a stance already"));
    }
    store::poll::save(&tx, o, &poll).await?;
    let reply = convert::poll(&tx, o, &seen.meeting, &poll, who.person()?).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
