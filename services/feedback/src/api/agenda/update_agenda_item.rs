//! `UpdateAgendaItem`: other words, another presenter, and what was said.

use kit::{auth::Caller, error::Error, mask::Mask};
use proto::feedback::v1::{AgendaItem, UpdateAgendaItemRequest};
use tonic::{Request, Response};

use super::{convert, edit};
use crate::{
    Feedback,
    api::meetings::seeing::Seen,
    inviting::Tell,
    names::{AgendaItemName, MeetingName},
    store,
};

pub(super) async fn update_agenda_item(
    s: &Feedback,
    request: Request<UpdateAgendaItemRequest>,
) -> Result<Response<AgendaItem>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.agenda_item.unwrap_or_default();
    let name: AgendaItemName = who.parse("agenda_item.name", &given.name)?;
    let (o, mut violations) = (&name.organization, who.violations());
    let all = request.update_mask.as_ref().is_none_or(|m| m.paths.is_empty());
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), edit::FIELDS);
    let fields: Vec<&str> = mask.fields().iter().copied().filter(|f| !(all && *f == "notes")).collect();

    let tx = s.db.begin().await?;
    let seen = Seen::load(s, &tx, &who, &MeetingName::new(o, &name.meeting)).await?;
    let item = store::agenda::load(&tx, o, &name.meeting, &name.agenda_item).await?;
    let mut item = item.ok_or_else(|| Error::not_found(&name))?;
    let mut meeting = seen.meeting.clone();
    if fields.contains(&"notes") {
        seen.must_lead()?;
        if let Some(minutes) = store::minutes::load(&tx, o, &meeting.id).await? {
            minutes.must_be_a_draft()?;
        }
    }
    if fields.iter().any(|f| *f != "notes") {
        if item.adder != who.person()? {
            seen.must_prepare()?;
        }
        meeting.must_not_be_over()?;
    }
    edit::edit(&tx, &mut violations, o, &meeting, &mut item, &given, &fields).await?;
    violations.check()?;
    store::agenda::save(&tx, o, &item).await?;
    if item.presenter.as_ref().is_some_and(|p| meeting.attendee(p).is_none()) {
        s.invite(&tx, o, &seen.committee, &mut meeting, Tell::Newcomers).await?;
        store::meeting::save(&tx, o, &meeting).await?;
    }
    let reply = convert::item(&tx, o, &item).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
