//! What is written of an agenda item.

use std::collections::BTreeSet;

use kit::{
    contract::{Wanted, number, reference, reference_if_any, text_of},
    error::Error,
    text,
    violation::{Rule, Violations},
};
use proto::feedback::v1 as pb;

use crate::{
    api::{committees::rights::title, meetings::edit::employed},
    domain::{
        agenda::{Item, MAX_PROPOSALS, MAX_TITLE, USUAL_MINUTES},
        meeting::Meeting,
    },
    names::{PersonName, ProposalName},
    store::{self, ConnectionTrait},
};

/// The fields that are written; `notes` only when they are named.
pub(super) const FIELDS: &[&str] =
    &["title", "description", "presenter", "duration_minutes", "proposals", "notes"];

/// Writes the named fields of a request over an item.
pub(super) async fn edit<C: ConnectionTrait>(
    db: &C,
    violations: &mut Violations,
    o: &str,
    meeting: &Meeting,
    item: &mut Item,
    given: &pb::AgendaItem,
    fields: &[&str],
) -> Result<(), Error> {
    for field in fields {
        match *field {
            "title" => {
                item.title = title(violations, "agenda_item.title", given.title.as_ref(), MAX_TITLE);
            }
            "description" => {
                let words = given.description.as_ref();
                item.description =
                    text_of(violations, "agenda_item.description", words, Wanted::Optional, 2_000);
            }
            "presenter" => {
                let field = "agenda_item.presenter";
                let name: Option<PersonName> = reference_if_any(violations, field, o, &given.presenter);
                item.presenter = name.map(|n| n.person);
                if let Some(person) = &item.presenter
                    && !employed(db, o, person, meeting).await?
                {
                    violations.add(field, &given.presenter, Rule::NotFound);
                }
            }
            "duration_minutes" => {
                let field = "agenda_item.duration_minutes";
                item.minutes = match number(violations, field, given.duration_minutes, 0, 240) {
                    0 => USUAL_MINUTES,
                    minutes => minutes,
                };
            }
            "proposals" => item.proposals = proposals(db, violations, o, &given.proposals).await?,
            _ => {
                let notes = text::clean(&given.notes);
                violations.length("agenda_item.notes", &notes, 0..=4_000);
                item.notes = notes;
            }
        }
    }
    Ok(())
}

async fn proposals<C: ConnectionTrait>(
    db: &C,
    violations: &mut Violations,
    o: &str,
    given: &[String],
) -> Result<Vec<String>, Error> {
    let field = "agenda_item.proposals";
    if !violations.count(field, given.len(), MAX_PROPOSALS) {
        return Ok(Vec::new());
    }
    let mut read = Vec::new();
    for (i, text) in given.iter().enumerate() {
        read.push(
            reference::<ProposalName>(violations, &format!("{field}[{i}]"), o, text).map(|n| n.proposal),
        );
    }
    let ids: Vec<String> = read.iter().flatten().cloned().collect();
    let known = store::proposal::all_of(db, o, &ids).await?;
    let mut seen = BTreeSet::new();
    for (i, id) in read.iter().enumerate() {
        let (Some(id), Some(text)) = (id, given.get(i)) else { continue };
        if !known.iter().any(|p| p.id == *id) {
            violations.add(format!("{field}[{i}]"), text, Rule::NotFound);
        } else if !seen.insert(id) {
            violations.add(format!("{field}[{i}]"), text, Rule::Duplicate);
        }
    }
    Ok(ids)
}
