//! `UpdateMinutes`: somebody who was there corrects the draft.

use kit::{auth::Caller, contract::etag_matches, error::Error, text};
use proto::feedback::v1::{Minutes, UpdateMinutesRequest};
use tonic::{Request, Response};

use super::{convert, finding::find};
use crate::{Feedback, domain::minutes::MAX_TEXT, names::MinutesName, store};

pub(super) async fn update_minutes(
    s: &Feedback,
    request: Request<UpdateMinutesRequest>,
) -> Result<Response<Minutes>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.minutes.unwrap_or_default();
    let name: MinutesName = who.parse("minutes.name", &given.name)?;
    let (o, mut violations) = (&name.organization, who.violations());
    let (words, note) = (text::clean(&given.text), text::clean(&request.note));
    violations.length("minutes.text", &words, 1..=MAX_TEXT);
    violations.length("note", &note, 0..=300);
    violations.check()?;

    let tx = s.db.begin().await?;
    let (seen, mut minutes) = find(s, &tx, &who, &name).await?;
    let was_there = seen.own(&who)?.is_some_and(|a| a.present && a.role.is_some());
    if !was_there {
        seen.must_lead()?;
    }
    minutes.must_be_a_draft()?;
    if !etag_matches(&given.etag, minutes.revision) {
        return Err(Error::changed(&name));
    }
    if minutes.text != words {
        minutes.text = words;
        minutes.revision += 1;
        store::minutes::save(&tx, o, &minutes).await?;
        store::minutes::note(&tx, o, &name.meeting, who.person()?, &note, s.clock.now()).await?;
    }
    let reply = convert::view(&tx, o, &minutes).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
