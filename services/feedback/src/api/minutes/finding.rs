//! Finding the minutes of a meeting that the caller may see.

use kit::{auth::Caller, error::Error};

use crate::{
    Feedback,
    api::meetings::seeing::Seen,
    domain::minutes::Minutes,
    error::{Reason, Refuse},
    names::{MeetingName, MinutesName},
    store::{self, ConnectionTrait},
};

/// The meeting of these minutes.
pub(super) async fn seen<C: ConnectionTrait>(
    s: &Feedback,
    db: &C,
    who: &Caller,
    name: &MinutesName,
) -> Result<Seen, Error> {
    Seen::load(s, db, who, &MeetingName::new(&name.organization, &name.meeting)).await
}

/// The meeting and its minutes.
pub(super) async fn find<C: ConnectionTrait>(
    s: &Feedback,
    db: &C,
    who: &Caller,
    name: &MinutesName,
) -> Result<(Seen, Minutes), Error> {
    let seen = seen(s, db, who, name).await?;
    let minutes = store::minutes::load(db, &name.organization, &name.meeting).await?;
    Ok((seen, minutes.ok_or_else(|| Reason::NoMinutes.refuse("the meeting has no minutes yet"))?))
}
