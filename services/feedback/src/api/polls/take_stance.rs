//! `TakeStance`: what the caller says, once.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{Poll, TakeStanceRequest};
use tonic::{Request, Response};

use super::{convert, edit, finding::find};
use crate::{
    Feedback,
    domain::poll::Stance,
    error::{Reason, Refuse},
    names::PollName,
    store,
};

pub(super) async fn take_stance(
    s: &Feedback,
    request: Request<TakeStanceRequest>,
) -> Result<Response<Poll>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: PollName = who.parse("name", &request.name)?;
    let (o, person, mut violations) = (&name.organization, who.person()?, who.violations());

    let tx = s.db.begin().await?;
    let (seen, mut poll) = find(s, &tx, &who, &name).await?;
    let own = seen.own(&who)?.filter(|a| a.role.is_some()).ok_or(Error::Denied)?;
    let given = edit::stance(&mut violations, &poll, &request.stance.unwrap_or_default());
    violations.check()?;
    if poll.is_closed() {
        return Err(Reason::PollClosed.refuse("the poll is closed"));
    }
    seen.meeting.must_be_open()?;
    if !own.present {
        return Err(Reason::NotPresent.refuse("the caller is not written down as present"));
    }
    let Some((choice, reason)) = given else { return Err(Error::internal("a stance has no choice")) };
    let stance = Stance { person: person.to_owned(), choice, reason, time: s.clock.now() };
    if !store::poll::take_stance(&tx, o, &poll.id, &stance).await? {
        return Err(Reason::StanceTaken.refuse("the caller took a stance already"));
    }
    poll.stances.push(stance);
    let reply = convert::poll(&tx, o, &seen.meeting, &poll, person).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
