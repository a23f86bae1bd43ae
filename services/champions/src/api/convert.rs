//! Between the contract and the domain.

use std::collections::HashMap;

pub(crate) use kit::contract::{
    Wanted, etag, etag_matches, instant, len, localized, reference, reference_if_any, text_of,
};
use kit::{
    localize::{Language, Text},
    text,
    violation::{Rule, Violations},
};
use proto::{champions::v1 as pb, localization::v1::LocalizedText};

use crate::{
    domain::{champion, check_in, coverage, nomination},
    names::{PersonName, TeamName},
};

/// A count of the contract.
pub(super) fn count(number: impl TryInto<i32>) -> i32 {
    number.try_into().unwrap_or(i32::MAX)
}

/// A person's resource name; empty for nobody.
pub(crate) fn person(o: &str, id: &str) -> String {
    if id.is_empty() { String::new() } else { PersonName::new(o, id).to_string() }
}

/// A team's resource name.
pub(super) fn team(o: &str, id: &str) -> String {
    TeamName::new(o, id).to_string()
}

/// What something is called; empty when nobody knows.
pub(super) fn called(names: &HashMap<String, String>, id: &str) -> String {
    names.get(id).cloned().unwrap_or_default()
}

/// A title in several languages, that does not turn the writing round.
pub(super) fn title_of(
    violations: &mut Violations,
    field: &str,
    given: Option<&LocalizedText>,
    max: usize,
) -> Text {
    let words = given.map(Text::from).unwrap_or_default();
    for language in Language::ALL {
        violations.direction(&format!("{field}.{}", language.code()), words.exact(language));
    }
    text_of(violations, field, given, Wanted::Required, max)
}

/// A text of one line or more, cleaned.
pub(super) fn words(violations: &mut Violations, field: &str, given: &str, min: usize, max: usize) -> String {
    let words = text::clean(given);
    violations.length(field, &words, min..=max);
    words
}

/// The request's own id.
pub(super) fn request_id(violations: &mut Violations, given: &str) {
    violations.length("request_id", given, 0..=64);
}

/// The states of nominations in the contract.
pub(super) fn nomination_state(state: nomination::State) -> pb::NominationState {
    match state {
        nomination::State::Proposed => pb::NominationState::Proposed,
        nomination::State::AwaitingConsent => pb::NominationState::AwaitingConsent,
        nomination::State::Consented => pb::NominationState::Consented,
        nomination::State::Declined => pb::NominationState::Declined,
        nomination::State::Withdrawn => pb::NominationState::Withdrawn,
        nomination::State::Appointed => pb::NominationState::Appointed,
    }
}

/// The states that a list asks for.
pub(super) fn nomination_states(violations: &mut Violations, given: &[i32]) -> Vec<nomination::State> {
    let all = [
        nomination::State::Proposed,
        nomination::State::AwaitingConsent,
        nomination::State::Consented,
        nomination::State::Declined,
        nomination::State::Withdrawn,
        nomination::State::Appointed,
    ];
    let mut states = Vec::new();
    for value in given {
        match all.into_iter().find(|s| nomination_state(*s) as i32 == *value) {
            Some(state) => states.push(state),
            None => violations.add(
                "states",
                value,
                Rule::unknown_value(&all.map(|s| nomination_state(s).as_str_name())),
            ),
        }
    }
    states
}

/// Why a term ended.
pub(crate) fn end_reason(reason: Option<champion::EndReason>) -> pb::EndReason {
    match reason {
        None => pb::EndReason::Unspecified,
        Some(champion::EndReason::Term) => pb::EndReason::Term,
        Some(champion::EndReason::Left) => pb::EndReason::Left,
        Some(champion::EndReason::SteppedDown) => pb::EndReason::SteppedDown,
        Some(champion::EndReason::ByHr) => pb::EndReason::EndedByHr,
    }
}

/// What was done.
pub(super) fn kind(kind: check_in::Kind) -> pb::CheckInKind {
    match kind {
        check_in::Kind::Visit => pb::CheckInKind::Visit,
        check_in::Kind::Talk => pb::CheckInKind::Talk,
        check_in::Kind::Demo => pb::CheckInKind::Demo,
        check_in::Kind::Coaching => pb::CheckInKind::Coaching,
        check_in::Kind::Answer => pb::CheckInKind::Answer,
        check_in::Kind::SharedMaterial => pb::CheckInKind::SharedMaterial,
    }
}

/// What was done, as the contract says it.
pub(super) fn kind_of(violations: &mut Violations, field: &str, given: i32) -> Option<check_in::Kind> {
    let all = [
        check_in::Kind::Visit,
        check_in::Kind::Talk,
        check_in::Kind::Demo,
        check_in::Kind::Coaching,
        check_in::Kind::Answer,
        check_in::Kind::SharedMaterial,
    ];
    let found = all.into_iter().find(|k| kind(*k) as i32 == given);
    if found.is_none() {
        violations.add(field, given, Rule::unknown_value(&all.map(|k| kind(k).as_str_name())));
    }
    found
}

/// Whether a team is covered.
pub(super) fn coverage_state(state: coverage::State) -> pb::CoverageState {
    match state {
        coverage::State::None => pb::CoverageState::None,
        coverage::State::Stretched => pb::CoverageState::Stretched,
        coverage::State::Covered => pb::CoverageState::Covered,
    }
}

/// Why a team has no champion.
pub(crate) fn gap(gap: coverage::Gap) -> pb::GapReason {
    match gap {
        coverage::Gap::NeverHad => pb::GapReason::NeverHad,
        coverage::Gap::Left => pb::GapReason::Left,
        coverage::Gap::TermEnded => pb::GapReason::TermEnded,
        coverage::Gap::Moved => pb::GapReason::Moved,
        coverage::Gap::Reassigned => pb::GapReason::Reassigned,
    }
}
