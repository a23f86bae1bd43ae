//! Agendas as the contract has them.

use kit::{
    contract::{count, localized},
    error::Error,
};
use proto::feedback::v1 as pb;

use crate::{
    api::meetings::convert::names,
    domain::agenda::{Item, Source, Suggestion},
    names::{AgendaItemName, FlagName, OutcomeName, PersonName, ProposalName},
    store::ConnectionTrait,
};

pub(super) fn source(source: Source) -> pb::AgendaSource {
    match source {
        Source::Member => pb::AgendaSource::Member,
        Source::Flag => pb::AgendaSource::Flag,
        Source::Proposals => pb::AgendaSource::Proposals,
        Source::Task => pb::AgendaSource::Task,
        Source::Play => pb::AgendaSource::Play,
    }
}

fn person(o: &str, id: Option<&String>) -> String {
    id.map(|p| PersonName::new(o, p).to_string()).unwrap_or_default()
}

fn proposals(o: &str, ids: &[String]) -> Vec<String> {
    ids.iter().map(|p| ProposalName::new(o, p).to_string()).collect()
}

fn flag(o: &str, id: Option<&String>) -> String {
    id.map(|f| FlagName::new(o, f).to_string()).unwrap_or_default()
}

fn task(o: &str, id: Option<&String>) -> String {
    id.map(|t| OutcomeName::new(o, t).to_string()).unwrap_or_default()
}

/// Items in their order.
pub(super) async fn items<C: ConnectionTrait>(
    db: &C,
    o: &str,
    items: &[Item],
) -> Result<Vec<pb::AgendaItem>, Error> {
    let mut people: Vec<String> = items.iter().map(|i| i.adder.clone()).collect();
    people.extend(items.iter().filter_map(|i| i.presenter.clone()));
    let called = names(db, o, people).await?;
    let name = |id: Option<&String>| id.and_then(|p| called.get(p)).cloned().unwrap_or_default();
    let view = |item: &Item| pb::AgendaItem {
        name: AgendaItemName::new(o, &item.meeting, &item.id).to_string(),
        title: localized(&item.title),
        description: localized(&item.description),
        source: source(item.source).into(),
        presenter: person(o, item.presenter.as_ref()),
        presenter_display_name: name(item.presenter.as_ref()),
        duration_minutes: count(item.minutes),
        proposals: proposals(o, &item.proposals),
        flag: flag(o, item.flag.as_ref()),
        task: task(o, item.task.as_ref()),
        adder: person(o, Some(&item.adder)),
        adder_display_name: name(Some(&item.adder)),
        notes: item.notes.clone(),
        place: count(item.place),
        suggestion: item.suggestion.clone().unwrap_or_default(),
    };
    Ok(items.iter().map(view).collect())
}

/// One item.
pub(super) async fn item<C: ConnectionTrait>(db: &C, o: &str, item: &Item) -> Result<pb::AgendaItem, Error> {
    let mut all = items(db, o, std::slice::from_ref(item)).await?;
    all.pop().ok_or_else(|| Error::internal("an agenda item has no view"))
}

/// Suggestions in their order.
pub(super) async fn suggestions<C: ConnectionTrait>(
    db: &C,
    o: &str,
    suggestions: Vec<Suggestion>,
) -> Result<Vec<pb::AgendaSuggestion>, Error> {
    let people: Vec<String> = suggestions.iter().filter_map(|s| s.presenter.clone()).collect();
    let called = names(db, o, people).await?;
    let view = |s: Suggestion| pb::AgendaSuggestion {
        source: source(s.source).into(),
        title: localized(&s.title),
        description: localized(&s.description),
        duration_minutes: count(s.minutes),
        presenter: person(o, s.presenter.as_ref()),
        presenter_display_name: s.presenter.as_ref().and_then(|p| called.get(p)).cloned().unwrap_or_default(),
        proposals: proposals(o, &s.proposals),
        flag: flag(o, s.flag.as_ref()),
        task: task(o, s.task.as_ref()),
        votes: count(s.votes),
        suggestion: s.key,
    };
    Ok(suggestions.into_iter().map(view).collect())
}
