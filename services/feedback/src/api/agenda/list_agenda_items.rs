//! `ListAgendaItems`: the agenda in its order.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{ListAgendaItemsRequest, ListAgendaItemsResponse};
use tonic::{Request, Response};

use super::convert;
use crate::{Feedback, api::meetings::seeing::Seen, names::MeetingName, store};

pub(super) async fn list_agenda_items(
    s: &Feedback,
    request: Request<ListAgendaItemsRequest>,
) -> Result<Response<ListAgendaItemsResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: MeetingName = who.parse("parent", &request.get_ref().parent)?;
    let (o, db) = (&name.organization, s.db.read());
    Seen::load(s, db, &who, &name).await?;
    let items = store::agenda::list(db, o, &name.meeting).await?;
    Ok(Response::new(ListAgendaItemsResponse { agenda_items: convert::items(db, o, &items).await? }))
}
