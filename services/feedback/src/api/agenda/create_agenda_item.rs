//! `CreateAgendaItem`: one of one's own, or from a suggestion.

use kit::{auth::Caller, error::Error, localize::Text, request_id::RequestId, violation::Rule};
use proto::feedback::v1::{AgendaItem as Reply, CreateAgendaItemRequest};
use tonic::{Request, Response};

use super::{convert, edit, suggesting};
use crate::{
    Feedback,
    api::meetings::seeing::Seen,
    domain::agenda::{Item, MAX_ITEMS, Source, Suggestion, USUAL_MINUTES},
    error::{Reason, Refuse},
    inviting::Tell,
    names::MeetingName,
    store,
};

pub(super) async fn create_agenda_item(
    s: &Feedback,
    request: Request<CreateAgendaItemRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: MeetingName = who.parse("parent", &request.parent)?;
    let (o, now, mut violations) = (&name.organization, s.clock.now(), who.violations());
    let given = request.agenda_item.clone().unwrap_or_default();
    // Another service is asked before the transaction begins, so that nobody waits for it.
    let suggestion = if given.suggestion.is_empty() {
        None
    } else {
        let seen = Seen::load(s, s.db.read(), &who, &name).await?;
        suggesting::find(s, o, &seen, &given.suggestion).await?
    };

    let once = RequestId::new(o, "CreateAgendaItem", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let seen = Seen::load(s, &tx, &who, &name).await?;
    seen.must_belong()?;
    let mut meeting = seen.meeting.clone();
    meeting.must_not_be_over()?;
    let agenda = store::agenda::list(&tx, o, &meeting.id).await?;
    let mut item = blank(s.ids.next(), &meeting.id, who.person()?, agenda.last().map_or(1, |i| i.place + 1));
    let mut fields: Vec<&str> = edit::FIELDS.iter().copied().filter(|f| *f != "notes").collect();
    if !given.suggestion.is_empty() {
        let taken = store::agenda::taken(&tx, o, &meeting.committee).await?;
        if taken.contains(&given.suggestion) {
            return Err(Reason::AlreadyOnTheAgenda.refuse("the suggestion is on the agenda already"));
        }
        match suggestion {
            Some(suggestion) => {
                take(&mut item, suggestion);
                fields.retain(|f| is_given(&given, f));
            }
            None => violations.add("agenda_item.suggestion", &given.suggestion, Rule::NotFound),
        }
    }
    edit::edit(&tx, &mut violations, o, &meeting, &mut item, &given, &fields).await?;
    if agenda.len() >= MAX_ITEMS {
        violations.add("agenda_item", agenda.len() + 1, Rule::TooMany { max: MAX_ITEMS as u64 });
    }
    violations.check()?;
    store::agenda::save(&tx, o, &item).await?;
    if item.presenter.as_ref().is_some_and(|p| meeting.attendee(p).is_none()) {
        s.invite(&tx, o, &seen.committee, &mut meeting, Tell::Newcomers).await?;
        store::meeting::save(&tx, o, &meeting).await?;
    }
    let reply = convert::item(&tx, o, &item).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

fn blank(id: String, meeting: &str, adder: &str, place: u32) -> Item {
    Item {
        id,
        meeting: meeting.to_owned(),
        title: Text::default(),
        description: Text::default(),
        source: Source::Member,
        presenter: None,
        minutes: USUAL_MINUTES,
        proposals: Vec::new(),
        flag: None,
        task: None,
        adder: adder.to_owned(),
        notes: String::new(),
        place,
        suggestion: None,
    }
}

fn take(item: &mut Item, suggestion: Suggestion) {
    item.title = suggestion.title;
    item.description = suggestion.description;
    item.source = suggestion.source;
    item.presenter = suggestion.presenter;
    item.minutes = suggestion.minutes;
    item.proposals = suggestion.proposals;
    item.flag = suggestion.flag;
    item.task = suggestion.task;
    item.suggestion = Some(suggestion.key);
}

/// Whether a request says something about a field that a suggestion would fill.
fn is_given(given: &Reply, field: &str) -> bool {
    let says = |text: Option<&proto::localization::v1::LocalizedText>| {
        text.is_some_and(|t| !(t.en.is_empty() && t.fa.is_empty() && t.ar.is_empty()))
    };
    match field {
        "title" => says(given.title.as_ref()),
        "description" => says(given.description.as_ref()),
        "presenter" => !given.presenter.is_empty(),
        "duration_minutes" => given.duration_minutes != 0,
        _ => !given.proposals.is_empty(),
    }
}
