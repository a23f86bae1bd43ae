//! Between the contract and a service's own values: what every service reads and writes alike. Reading collects every
//! broken rule.

use jiff::Timestamp;
use proto::localization::v1::LocalizedText;

use crate::{
    db::time,
    localize::{Language, Text},
    name::ResourceName,
    text,
    violation::{Rule, Violations},
};

/// An instant of the contract, if there is one.
pub fn instant(time: impl Into<Option<Timestamp>>) -> Option<prost_types::Timestamp> {
    time.into().map(time::to_proto)
}

/// A text of the contract; not set if it is empty.
pub fn localized(text: &Text) -> Option<LocalizedText> {
    (!text.is_empty()).then(|| text.into())
}

/// A count of the contract.
pub fn count(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The same, of a length.
pub fn len(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// A number of the contract that must be within a range.
pub fn number(violations: &mut Violations, field: &str, value: i32, min: i32, max: i32) -> u32 {
    violations.range(field, value, min..=max);
    u32::try_from(value).unwrap_or(0)
}

/// Whether a text must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// In at least one language.
    Required,
    /// It may be missing.
    Optional,
}

/// Reads a text in several languages, cleaned, at most `max` characters in each.
pub fn text_of(
    violations: &mut Violations,
    field: &str,
    given: Option<&LocalizedText>,
    wanted: Wanted,
    max: usize,
) -> Text {
    let mut read = Text::default();
    let given = given.map(Text::from).unwrap_or_default();
    for language in Language::ALL {
        let words = text::clean(given.exact(language));
        violations.length(&format!("{field}.{}", language.code()), &words, 0..=max);
        read.set(language, words);
    }
    if wanted == Wanted::Required && read.is_empty() {
        violations.add(field, "", Rule::Required);
    }
    read
}

/// Reads the name of another resource of the same organization; one of another organization does not exist.
pub fn reference<N: ResourceName>(
    violations: &mut Violations,
    field: &str,
    organization: &str,
    given: &str,
) -> Option<N> {
    let Ok(name) = given.parse::<N>() else {
        let rule = if given.is_empty() { Rule::Required } else { Rule::NotAName { pattern: N::PATTERN } };
        violations.add(field, given, rule);
        return None;
    };
    if name.organization() == organization {
        return Some(name);
    }
    violations.add(field, given, Rule::NotFound);
    None
}

/// The same, for one that may be empty.
pub fn reference_if_any<N: ResourceName>(
    violations: &mut Violations,
    field: &str,
    organization: &str,
    given: &str,
) -> Option<N> {
    if given.is_empty() { None } else { reference(violations, field, organization, given) }
}

/// An etag is the revision, written out.
pub fn etag(revision: i64) -> String {
    revision.to_string()
}

/// Whether what was read is what is there; an empty etag does not ask.
pub fn etag_matches(given: &str, revision: i64) -> bool {
    given.is_empty() || given == etag(revision)
}
