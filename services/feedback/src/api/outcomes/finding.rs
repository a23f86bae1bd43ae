//! Finding an outcome, and whether the caller may see it.

use kit::{auth::Caller, error::Error};

use crate::{
    Feedback,
    api::meetings::seeing::Seen,
    domain::outcome::Outcome,
    names::{MeetingName, OutcomeName},
    store::{self, ConnectionTrait},
};

/// An outcome; without its meeting for the owner of a task who was not invited.
pub(super) async fn find<C: ConnectionTrait>(
    s: &Feedback,
    db: &C,
    who: &Caller,
    name: &OutcomeName,
) -> Result<(Outcome, Option<Seen>), Error> {
    let o = &name.organization;
    let outcome = store::outcome::load(db, o, &name.outcome).await?;
    let outcome = outcome.ok_or_else(|| Error::not_found(name))?;
    match Seen::load(s, db, who, &MeetingName::new(o, &outcome.meeting)).await {
        Ok(seen) => Ok((outcome, Some(seen))),
        Err(Error::NotFound { .. }) => {
            let person = who.person()?;
            if outcome.task.as_ref().is_some_and(|t| t.owner == person) {
                return Ok((outcome, None));
            }
            Err(Error::not_found(name))
        }
        Err(error) => Err(error),
    }
}

/// Refuses whoever does not hold the committee's meetings.
pub(super) fn must_lead(seen: Option<&Seen>) -> Result<(), Error> {
    seen.ok_or(Error::Denied)?.must_lead()
}
