//! Usage and data quality from files: read and judged in [`rows`], written in [`usage`] and [`quality`];
//! what of usage is too old for events, in [`past`].

mod job;
mod past;
mod quality;
mod rows;
mod usage;

pub(crate) use self::job::Imports;

use kit::{
    error::Error,
    imports::{Field, Mapped},
    violation::{Rule, Violations},
};
use proto::imports::v1::ImportMapping;

use crate::{
    domain::name::ApplicationName,
    store::{self, ConnectionTrait, application::Application},
};

/// The kind under which files and mappings are kept.
pub(crate) const KIND: &str = "usage";

/// What columns and constants can be mapped to.
pub(crate) const FIELDS: &[Field] = &[
    Field::required("application"),
    Field::optional("event_id"),
    Field::optional("time").or(&["when", "timestamp", "زمان", "الوقت"]),
    Field::optional("day"),
    Field::optional("external_id"),
    Field::required("feature").or(&["object", "screen", "بخش", "ویژگی", "الميزة"]),
    Field::optional("team"),
    Field::optional("complete"),
    Field::optional("incomplete"),
    Field::optional("duplicate"),
    Field::optional("corrected"),
    Field::optional("time_zone"),
    Field::optional("unknown_features"),
];

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// Acts.
    Usage,
    /// Reports of data quality.
    Quality,
}

/// What a mapping says of a file: by which columns, a file is one of data quality.
pub(crate) fn content(mapped: &Mapped) -> Content {
    let quality = ["complete", "incomplete", "duplicate", "corrected"].iter().any(|f| mapped.has(f));
    if quality { Content::Quality } else { Content::Usage }
}

/// Checks what the fields need of each other, and the constants.
pub(crate) async fn check_mapping<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    mapping: &ImportMapping,
    columns: &[String],
    violations: &mut Violations,
) -> Result<(), Error> {
    let mapped = Mapped::resolve(mapping, columns, FIELDS, violations);
    let constant = |field: &str| mapping.constants.get(field).map(|v| v.trim()).filter(|v| !v.is_empty());
    let path = |field: &str| format!("mapping.constants[{field}]");
    match constant("application") {
        Some(name) if application(db, organization, name).await?.is_none() => {
            violations.add(path("application"), name, Rule::NotFound);
        }
        None if mapped.has("application") => {
            violations.add("mapping.columns[application]", "", Rule::Required);
        }
        Some(_) | None => {}
    }
    if let Some(zone) = constant("time_zone") {
        violations.zone(&path("time_zone"), zone);
    }
    if let Some(choice) = constant("unknown_features")
        && !["create", "keep"].contains(&choice)
    {
        violations.add(path("unknown_features"), choice, Rule::unknown_value(&["create", "keep"]));
    }
    let needed: &[&[&str]] = match content(&mapped) {
        Content::Usage => &[&["time"], &["external_id"]],
        Content::Quality => &[&["day"], &["external_id", "team"]],
    };
    for fields in needed {
        if !fields.iter().any(|f| mapped.has(f)) {
            violations.add(format!("mapping.columns[{}]", fields[0]), "", Rule::Required);
        }
    }
    Ok(())
}

/// The application that a mapping names, by its resource name or its id, if it is tracked.
async fn application<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    name: &str,
) -> Result<Option<Application>, Error> {
    let id = match name.parse::<ApplicationName>() {
        Ok(name) if name.organization == organization => name.application,
        Ok(_) => return Ok(None),
        Err(_) => name.to_owned(),
    };
    let found = store::application::load(db, organization, &id).await?;
    Ok(found.filter(|a| a.delete_time.is_none()))
}
