//! `OrderAgenda`: what comes first.

use std::collections::BTreeMap;

use kit::{auth::Caller, contract::reference, error::Error, violation::Rule};
use proto::feedback::v1::{ListAgendaItemsResponse, OrderAgendaRequest};
use tonic::{Request, Response};

use super::convert;
use crate::{
    Feedback,
    api::meetings::seeing::Seen,
    domain::agenda::{Item, MAX_ITEMS},
    names::{AgendaItemName, MeetingName},
    store,
};

pub(super) async fn order_agenda(
    s: &Feedback,
    request: Request<OrderAgendaRequest>,
) -> Result<Response<ListAgendaItemsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: MeetingName = who.parse("parent", &request.parent)?;
    let (o, mut violations) = (&name.organization, who.violations());

    let tx = s.db.begin().await?;
    let seen = Seen::load(s, &tx, &who, &name).await?;
    seen.must_prepare()?;
    seen.meeting.must_not_be_over()?;
    let agenda = store::agenda::list(&tx, o, &name.meeting).await?;
    let mut left: BTreeMap<String, Item> = agenda.into_iter().map(|i| (i.id.clone(), i)).collect();
    let known = left.clone();
    let mut ordered = Vec::new();
    if violations.count("agenda_items", request.agenda_items.len(), MAX_ITEMS) {
        for (i, text) in request.agenda_items.iter().enumerate() {
            let field = format!("agenda_items[{i}]");
            let Some(item) = reference::<AgendaItemName>(&mut violations, &field, o, text) else { continue };
            match left.remove(&item.agenda_item).filter(|_| item.meeting == name.meeting) {
                Some(item) => ordered.push(item),
                None if known.contains_key(&item.agenda_item) && item.meeting == name.meeting => {
                    violations.add(field, text, Rule::Duplicate);
                }
                None => violations.add(field, text, Rule::NotFound),
            }
        }
        if violations.is_empty() && !left.is_empty() {
            let min = known.len() as u64;
            violations.add("agenda_items", request.agenda_items.len(), Rule::TooFew { min });
        }
    }
    violations.check()?;
    for (place, item) in (1..).zip(&mut ordered) {
        item.place = place;
        store::agenda::save(&tx, o, item).await?;
    }
    let reply = ListAgendaItemsResponse { agenda_items: convert::items(&tx, o, &ordered).await? };
    tx.commit().await?;

    Ok(Response::new(reply))
}
