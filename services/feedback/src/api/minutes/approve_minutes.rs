//! `ApproveMinutes`: from now on they stay as they are.

use kit::{auth::Caller, contract::etag_matches, error::Error};
use proto::feedback::v1::{ApproveMinutesRequest, Minutes};
use tonic::{Request, Response};

use super::{convert, finding::find};
use crate::{Feedback, domain::minutes::State, events::meeting_published, names::MinutesName, store};

pub(super) async fn approve_minutes(
    s: &Feedback,
    request: Request<ApproveMinutesRequest>,
) -> Result<Response<Minutes>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: MinutesName = who.parse("name", &request.name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let (seen, mut minutes) = find(s, &tx, &who, &name).await?;
    seen.must_chair()?;
    if minutes.state == State::Draft {
        if !etag_matches(&request.etag, minutes.revision) {
            return Err(Error::changed(&name));
        }
        let person = who.person()?;
        minutes.state = State::Approved;
        minutes.approver = Some(person.to_owned());
        minutes.approve_time = Some(s.clock.now());
        minutes.revision += 1;
        store::minutes::save(&tx, o, &minutes).await?;
        let outcomes = store::outcome::of_meeting(&tx, o, &name.meeting).await?;
        let events =
            meeting_published::minutes_approved(o, &seen.committee, &seen.meeting, person, &outcomes);
        for event in events {
            s.outbox.add(&tx, o, &event).await?;
        }
    }
    let reply = convert::view(&tx, o, &minutes).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
