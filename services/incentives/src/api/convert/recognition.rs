//! Thanks and values.

use std::collections::{BTreeSet, HashMap};

use kit::{
    contract::{Wanted, etag, instant, localized, text_of},
    localize::Text,
    violation::Violations,
};
use proto::incentives::v1 as pb;

use super::title;
use crate::{
    domain::recognition::{Recognition, Value},
    names::{PersonName, RecognitionName, TeamName, ValueName},
};

/// The fields of a value that HR writes.
pub(crate) const VALUE_FIELDS: &[&str] = &["title", "description"];

/// Writes the named fields of a request over a value.
pub(crate) fn edit_value(violations: &mut Violations, value: &mut Value, given: &pb::Value, fields: &[&str]) {
    if fields.contains(&"title") {
        value.title = title(violations, "value.title", given.title.as_ref(), Wanted::Required, 80);
    }
    if fields.contains(&"description") {
        let field = "value.description";
        value.description = text_of(violations, field, given.description.as_ref(), Wanted::Optional, 1_000);
    }
}

/// A value of the contract.
pub(crate) fn value(organization: &str, value: &Value) -> pb::Value {
    pb::Value {
        name: ValueName::new(organization, &value.id).to_string(),
        title: localized(&value.title),
        description: localized(&value.description),
        archived: value.archived,
        etag: etag(value.revision),
    }
}

/// What people, teams and values are called, and who is not on the wall.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) people: HashMap<String, String>,
    pub(crate) teams: HashMap<String, String>,
    pub(crate) values: HashMap<String, Text>,
    pub(crate) off: BTreeSet<String>,
}

/// Who reads thanks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub(crate) person: &'a str,
    /// Whether the reader moderates.
    pub(crate) moderates: bool,
}

/// Thanks of the contract. Whoever left the wall is shown to those alone whom the thanks concern.
pub(crate) fn write(
    organization: &str,
    one: &Recognition,
    words: &Words,
    reader: Reader<'_>,
) -> pb::Recognition {
    let called = |id: &String| words.people.get(id).cloned().unwrap_or_default();
    let own = one.concerns(reader.person);
    let people: Vec<&String> = one.people.iter().filter(|p| own || !words.off.contains(*p)).collect();
    let team = one.team.as_ref();
    let state = format!("RECOGNITION_STATE_{}", one.state.code());
    let sees_reason = reader.moderates || one.giver == reader.person;
    pb::Recognition {
        name: RecognitionName::new(organization, &one.id).to_string(),
        giver: PersonName::new(organization, &one.giver).to_string(),
        giver_display_name: called(&one.giver),
        people_display_names: people.iter().map(|p| called(p)).collect(),
        people: people.into_iter().map(|p| PersonName::new(organization, p).to_string()).collect(),
        team: team.map(|t| TeamName::new(organization, t).to_string()).unwrap_or_default(),
        team_display_name: team.and_then(|t| words.teams.get(t).cloned()).unwrap_or_default(),
        value: ValueName::new(organization, &one.value).to_string(),
        value_title: words.values.get(&one.value).and_then(localized),
        message: one.message.clone(),
        state: pb::RecognitionState::from_str_name(&state).unwrap_or_default().into(),
        hide_reason: if sees_reason { one.hide_reason.clone() } else { String::new() },
        create_time: instant(one.create_time),
        mine: one.giver == reader.person,
        to_me: one.people.iter().any(|p| p == reader.person),
    }
}
