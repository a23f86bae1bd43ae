//! Playbooks between the contract and the domain.

use kit::{
    localize::{Language, Text},
    text,
    violation::{Rule, Violations},
};
use proto::{adoption::v1 as pb, localization::v1::LocalizedText};

use super::steps;
use crate::{api::convert, domain::barrier::Barrier, names::PlaybookName, store::playbook::Kept};

/// The name of the playbook of a barrier.
pub(super) fn name(organization: &str, barrier: Barrier) -> String {
    PlaybookName::new(organization, barrier.as_str().to_lowercase()).to_string()
}

/// A playbook as it is answered.
pub(in crate::api) fn reply(organization: &str, kept: &Kept) -> pb::Playbook {
    let playbook = &kept.playbook;
    pb::Playbook {
        name: name(organization, playbook.barrier),
        barrier: convert::barrier(Some(playbook.barrier)).into(),
        barrier_label: Some((&playbook.label).into()),
        summary: Some((&playbook.summary).into()),
        steps: playbook.steps.iter().map(steps::reply).collect(),
        update_time: kept.update_time.map(convert::instant),
        etag: kept.version.to_string(),
    }
}

/// A text, cleaned; required, and with a limit in each language.
pub(super) fn words(
    violations: &mut Violations,
    field: &str,
    words: Option<LocalizedText>,
    most: usize,
) -> Text {
    let given = Text::from(words);
    let mut cleaned = Text::default();
    for language in Language::ALL {
        cleaned.set(language, text::clean(given.exact(language)));
        violations.length(&format!("{field}.{}", language.code()), cleaned.exact(language), 0..=most);
    }
    if cleaned.is_empty() {
        violations.add(field, "", Rule::Required);
    }
    cleaned
}
