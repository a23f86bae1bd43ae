//! Finding a poll, and the meeting that lets the caller see it.

use kit::{auth::Caller, error::Error};

use crate::{
    Feedback,
    api::meetings::seeing::Seen,
    domain::poll::Poll,
    names::{MeetingName, PollName},
    store::{self, ConnectionTrait},
};

pub(super) async fn find<C: ConnectionTrait>(
    s: &Feedback,
    db: &C,
    who: &Caller,
    name: &PollName,
) -> Result<(Seen, Poll), Error> {
    let o = &name.organization;
    let seen = Seen::load(s, db, who, &MeetingName::new(o, &name.meeting)).await?;
    let poll = store::poll::load(db, o, &name.poll).await?.filter(|p| p.meeting == name.meeting);
    Ok((seen, poll.ok_or_else(|| Error::not_found(name))?))
}
