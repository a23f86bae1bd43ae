//! What the writer of a proposal writes and chooses, read from the contract.

use kit::{
    contract::{reference, reference_if_any},
    localize::Language,
    mask::Mask,
    text,
    violation::{Rule, Violations},
};
use proto::feedback::v1 as pb;

use crate::{
    domain::proposal::{BODY_LENGTH, Draft, Kind, TITLE_LENGTH, Tone, Topic},
    names::{ApplicationName, FeatureName},
};

/// What can be changed.
pub(crate) const FIELDS: &[&str] =
    &["kind", "title", "body", "language", "application", "feature", "topic", "tone"];

/// Reads a draft; `None` if something is wrong with it, which is then among the violations.
pub(crate) fn read(violations: &mut Violations, o: &str, given: &pb::Proposal) -> Option<Draft> {
    let before = violations.len();
    let kind = one_of(violations, "proposal.kind", given.kind, Kind::from_number, Kind::WORDS);
    let title = title(violations, "proposal.title", &given.title, 3..=TITLE_LENGTH);
    let body = text::clean(&given.body);
    violations.length("proposal.body", &body, 0..=BODY_LENGTH);
    let languages = ["EN", "FA", "AR"];
    let language = one_of(violations, "proposal.language", given.language, Language::from_proto, &languages);
    let application: Option<ApplicationName> =
        reference(violations, "proposal.application", o, &given.application);
    let feature: Option<FeatureName> = reference_if_any(violations, "proposal.feature", o, &given.feature);
    if let (Some(application), Some(feature)) = (&application, &feature)
        && feature.application != application.application
    {
        violations.add("proposal.feature", &given.feature, Rule::NotFound);
    }
    let topic = one_of(violations, "proposal.topic", given.topic, Topic::from_number, Topic::WORDS);
    let tone = one_of(violations, "proposal.tone", given.tone, Tone::from_number, Tone::WORDS);
    if violations.len() > before {
        return None;
    }
    Some(Draft {
        kind: kind?,
        title,
        body,
        language: language?,
        application: application?.application,
        feature: feature.map(|f| f.feature),
        topic: topic?,
        tone: tone?,
    })
}

/// The draft as it stands with the fields of a mask replaced.
pub(crate) fn merge(o: &str, draft: &Draft, given: pb::Proposal, mask: &Mask) -> pb::Proposal {
    let mut merged = super::view::written(o, draft);
    if mask.has("kind") {
        merged.kind = given.kind;
    }
    if mask.has("title") {
        merged.title = given.title;
    }
    if mask.has("body") {
        merged.body = given.body;
    }
    if mask.has("language") {
        merged.language = given.language;
    }
    if mask.has("application") {
        merged.application = given.application;
    }
    if mask.has("feature") {
        merged.feature = given.feature;
    }
    if mask.has("topic") {
        merged.topic = given.topic;
    }
    if mask.has("tone") {
        merged.tone = given.tone;
    }
    merged
}

/// One line that does not turn the direction of writing round.
pub(crate) fn title(
    violations: &mut Violations,
    field: &str,
    given: &str,
    length: std::ops::RangeInclusive<usize>,
) -> String {
    let line = text::clean(given).split_whitespace().collect::<Vec<_>>().join(" ");
    if violations.direction(field, given) {
        violations.length(field, &line, length);
    }
    line
}

/// A word of a list that must be chosen.
pub(crate) fn one_of<T>(
    violations: &mut Violations,
    field: &str,
    given: i32,
    known: impl Fn(i32) -> Option<T>,
    words: &[&str],
) -> Option<T> {
    let chosen = known(given);
    if chosen.is_none() {
        match given {
            0 => violations.add(field, "", Rule::Required),
            _ => violations.add(field, given, Rule::unknown_value(words)),
        }
    }
    chosen
}
