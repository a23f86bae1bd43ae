//! A programme as it is written and answered.

use kit::violation::Violations;
use proto::champions::v1 as pb;

use crate::{
    api::convert::{Wanted, etag, instant, localized, reference_if_any, text_of, title_of},
    domain::programme::{LONGEST_TERM_DAYS, Programme, TERM_DAYS},
    names::{ApplicationName, CurriculumName, ProgrammeName},
};

/// The fields that HR writes.
pub(super) const FIELDS: &[&str] = &["title", "description", "application", "curriculum", "term_days"];

/// Writes the named fields of a request over a programme.
pub(super) fn edit(
    violations: &mut Violations,
    o: &str,
    programme: &mut Programme,
    given: &pb::Programme,
    fields: &[&str],
) {
    if fields.contains(&"title") {
        programme.title = title_of(violations, "programme.title", given.title.as_ref(), 120);
    }
    if fields.contains(&"description") {
        let description = given.description.as_ref();
        programme.description =
            text_of(violations, "programme.description", description, Wanted::Optional, 2_000);
    }
    if fields.contains(&"application") {
        let name: Option<ApplicationName> =
            reference_if_any(violations, "programme.application", o, &given.application);
        programme.application = name.map(|n| n.application);
    }
    if fields.contains(&"curriculum") {
        let name: Option<CurriculumName> =
            reference_if_any(violations, "programme.curriculum", o, &given.curriculum);
        programme.curriculum = name.map(|n| n.curriculum);
    }
    if fields.contains(&"term_days") {
        programme.term_days = if given.term_days == 0 { TERM_DAYS } else { given.term_days };
        violations.range("programme.term_days", programme.term_days, 30..=LONGEST_TERM_DAYS);
    }
}

/// A programme.
pub(in crate::api) fn write(o: &str, programme: &Programme) -> pb::Programme {
    let application = programme.application.as_ref().map(|a| ApplicationName::new(o, a).to_string());
    let curriculum = programme.curriculum.as_ref().map(|c| CurriculumName::new(o, c).to_string());
    pb::Programme {
        name: ProgrammeName::new(o, &programme.id).to_string(),
        title: localized(&programme.title),
        description: localized(&programme.description),
        application: application.unwrap_or_default(),
        curriculum: curriculum.unwrap_or_default(),
        term_days: programme.term_days,
        state: if programme.archived { pb::ProgrammeState::Archived } else { pb::ProgrammeState::Active }
            .into(),
        create_time: instant(programme.create_time),
        etag: etag(programme.revision),
    }
}
