//! What a caller may set of an organization.

use kit::{
    localize::Language,
    violation::{Rule, Violations},
};
use proto::{
    identity::v1 as pb,
    localization::v1::{Calendar, Digits},
};

use crate::domain::text::line;

/// The name, 1 to 200 characters.
pub(super) fn display_name(violations: &mut Violations, o: &pb::Organization) -> String {
    violations.direction("organization.display_name", &o.display_name);
    let name = line(&o.display_name);
    violations.length("organization.display_name", &name, 1..=200);
    name
}

/// The languages, at least one, each once.
pub(super) fn languages(violations: &mut Violations, o: &pb::Organization) -> Vec<Language> {
    const FIELD: &str = "organization.languages";
    let mut languages = Vec::new();
    for value in &o.languages {
        match Language::from_proto(*value) {
            Some(language) if languages.contains(&language) => {
                violations.add(FIELD, language, Rule::Duplicate);
            }
            Some(language) => languages.push(language),
            None => violations.add(FIELD, value, Rule::unknown_value(&Language::ALL.map(Language::code))),
        }
    }
    if o.languages.is_empty() {
        violations.add(FIELD, "", Rule::Required);
    }
    languages
}

/// The calendar.
pub(super) fn calendar(violations: &mut Violations, value: i32) -> Calendar {
    Calendar::try_from(value).unwrap_or_else(|_| {
        violations.add(
            "organization.calendar",
            value,
            Rule::unknown_value(&["GREGORIAN", "JALALI", "HIJRI"]),
        );
        Calendar::Unspecified
    })
}

/// The digits.
pub(super) fn digits(violations: &mut Violations, value: i32) -> Digits {
    Digits::try_from(value).unwrap_or_else(|_| {
        violations.add("organization.digits", value, Rule::unknown_value(&["LATIN", "PERSIAN", "ARABIC"]));
        Digits::Unspecified
    })
}
