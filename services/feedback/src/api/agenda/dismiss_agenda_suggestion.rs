//! `DismissAgendaSuggestion`: never proposed again.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{DismissAgendaSuggestionRequest, DismissAgendaSuggestionResponse};
use tonic::{Request, Response};

use crate::{Feedback, api::meetings::seeing::Seen, names::MeetingName, store};

pub(super) async fn dismiss_agenda_suggestion(
    s: &Feedback,
    request: Request<DismissAgendaSuggestionRequest>,
) -> Result<Response<DismissAgendaSuggestionResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: MeetingName = who.parse("parent", &request.parent)?;
    let (o, mut violations) = (&name.organization, who.violations());
    violations.length("suggestion", &request.suggestion, 1..=300);
    violations.check()?;

    let tx = s.db.begin().await?;
    let seen = Seen::load(s, &tx, &who, &name).await?;
    seen.must_prepare()?;
    store::agenda::dismiss(&tx, o, &seen.committee.id, &request.suggestion, s.clock.now()).await?;
    tx.commit().await?;

    Ok(Response::new(DismissAgendaSuggestionResponse {}))
}
