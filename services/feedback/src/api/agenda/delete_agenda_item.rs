//! `DeleteAgendaItem`: it is not spoken about.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{DeleteAgendaItemRequest, DeleteAgendaItemResponse};
use tonic::{Request, Response};

use crate::{
    Feedback,
    api::meetings::seeing::Seen,
    names::{AgendaItemName, MeetingName},
    store,
};

pub(super) async fn delete_agenda_item(
    s: &Feedback,
    request: Request<DeleteAgendaItemRequest>,
) -> Result<Response<DeleteAgendaItemResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: AgendaItemName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let seen = Seen::load(s, &tx, &who, &MeetingName::new(o, &name.meeting)).await?;
    let item = store::agenda::load(&tx, o, &name.meeting, &name.agenda_item).await?;
    let item = item.ok_or_else(|| Error::not_found(&name))?;
    if item.adder != who.person()? {
        seen.must_prepare()?;
    }
    seen.meeting.must_be_to_come()?;
    store::agenda::delete(&tx, o, &item).await?;
    tx.commit().await?;

    Ok(Response::new(DeleteAgendaItemResponse {}))
}
