//! `DraftMinutes`: made from attendance, agenda, notes, polls and outcomes.

use kit::{auth::Caller, error::Error, localize::Language, text::truncate};
use proto::feedback::v1::{DraftMinutesRequest, Minutes as Reply};
use tonic::{Request, Response};

use super::{convert, drafting, finding::seen};
use crate::{
    Feedback,
    domain::{
        meeting,
        minutes::{MAX_TEXT, Minutes, State},
    },
    error::{Reason, Refuse},
    names::MinutesName,
    store,
};

pub(super) async fn draft_minutes(
    s: &Feedback,
    request: Request<DraftMinutesRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: MinutesName = who.parse("name", &request.name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let seen = seen(s, &tx, &who, &name).await?;
    seen.must_lead()?;
    if seen.meeting.state != meeting::State::Closed {
        return Err(Reason::MeetingNotClosed.refuse("the meeting is not over"));
    }
    let before = store::minutes::load(&tx, o, &name.meeting).await?;
    if let Some(before) = &before {
        before.must_be_a_draft()?;
    }
    let reader = drafting::reader(&tx, o, Language::from_proto(request.language)).await?;
    let text = drafting::text(&tx, o, &seen, reader).await?;
    let minutes = Minutes {
        meeting: name.meeting.clone(),
        language: reader.language,
        text: truncate(&text, MAX_TEXT).to_owned(),
        state: State::Draft,
        approver: None,
        create_time: s.clock.now(),
        approve_time: None,
        revision: before.map_or(1, |b| b.revision + 1),
    };
    store::minutes::save(&tx, o, &minutes).await?;
    let reply = convert::view(&tx, o, &minutes).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
