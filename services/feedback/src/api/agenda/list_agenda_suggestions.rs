//! `ListAgendaSuggestions`: what the system proposes to speak about.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{ListAgendaSuggestionsRequest, ListAgendaSuggestionsResponse};
use tonic::{Request, Response};

use super::{convert, suggesting};
use crate::{Feedback, api::meetings::seeing::Seen, names::MeetingName};

pub(super) async fn list_agenda_suggestions(
    s: &Feedback,
    request: Request<ListAgendaSuggestionsRequest>,
) -> Result<Response<ListAgendaSuggestionsResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: MeetingName = who.parse("parent", &request.get_ref().parent)?;
    let (o, db) = (&name.organization, s.db.read());
    let seen = Seen::load(s, db, &who, &name).await?;
    seen.must_belong()?;
    let (suggestions, flags_known) = suggesting::for_meeting(s, o, &seen).await?;
    let suggestions = convert::suggestions(db, o, suggestions).await?;
    Ok(Response::new(ListAgendaSuggestionsResponse { suggestions, flags_known }))
}
