//! Courses.

use std::collections::BTreeSet;

use kit::{
    id::Ids,
    violation::{Rule, Violations},
};
use proto::training::v1 as pb;

use super::{Wanted, count, etag, instant, localized, number, quiz, reference_if_any, text_of};
use crate::{
    domain::{
        course::{CertificatePolicy, Course, CourseState, Draft, Version},
        module::{self, Content, DEFAULT_MINUTES, Module},
    },
    names::{ApplicationName, CourseName, CourseVersionName, FeatureName, PersonName},
    store::course::Listed,
};

const MAX_MODULES: usize = 100;
const MAX_MARKDOWN: usize = 50_000;
const MAX_URL: usize = 2_000;

/// The fields that a trainer writes.
pub(crate) const FIELDS: &[&str] = &["title", "summary", "application", "feature", "modules", "certificate"];

/// Writes the named fields of a request over a working copy.
pub(crate) fn edit(
    violations: &mut Violations,
    organization: &str,
    ids: &Ids,
    draft: &mut Draft,
    course: &pb::Course,
    fields: &[&str],
) {
    if fields.contains(&"title") {
        draft.title = text_of(violations, "course.title", course.title.as_ref(), Wanted::Required, 200);
    }
    if fields.contains(&"summary") {
        draft.summary =
            text_of(violations, "course.summary", course.summary.as_ref(), Wanted::Optional, 2_000);
    }
    if fields.contains(&"application") {
        let name: Option<ApplicationName> =
            reference_if_any(violations, "course.application", organization, &course.application);
        draft.application = name.map(|n| n.application);
    }
    if fields.contains(&"feature") {
        let name: Option<FeatureName> =
            reference_if_any(violations, "course.feature", organization, &course.feature);
        if let Some(name) = &name
            && draft.application.as_ref().is_some_and(|a| *a != name.application)
        {
            violations.add("course.feature", &course.feature, Rule::NotFound);
        }
        draft.application = draft.application.take().or_else(|| name.as_ref().map(|n| n.application.clone()));
        draft.feature = name.map(|n| n.feature);
    }
    if fields.contains(&"modules") {
        draft.modules = modules(violations, ids, &course.modules);
    }
    if fields.contains(&"certificate") {
        draft.certificate = certificate(violations, course.certificate.unwrap_or_default());
    }
}

fn certificate(violations: &mut Violations, policy: pb::CertificatePolicy) -> CertificatePolicy {
    let valid_months = number(violations, "course.certificate.valid_months", policy.valid_months, 0, 120);
    let recertify_before_days =
        number(violations, "course.certificate.recertify_before_days", policy.recertify_before_days, 0, 365);
    CertificatePolicy { enabled: policy.enabled, valid_months, recertify_before_days }
}

fn modules(violations: &mut Violations, ids: &Ids, given: &[pb::Module]) -> Vec<Module> {
    if !violations.count("course.modules", given.len(), MAX_MODULES) {
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    given
        .iter()
        .enumerate()
        .filter_map(|(i, module)| {
            let field = format!("course.modules[{i}]");
            let id = short_id(violations, ids, &format!("{field}.id"), &module.id, &mut seen);
            let title =
                text_of(violations, &format!("{field}.title"), module.title.as_ref(), Wanted::Required, 200);
            let minutes = match number(violations, &format!("{field}.minutes"), module.minutes, 0, 480) {
                0 => DEFAULT_MINUTES,
                minutes => minutes,
            };
            let content = content(violations, ids, &field, module.content.as_ref())?;
            Some(Module { id, title, minutes, content })
        })
        .collect()
}

/// An id within a course: the one given, or a new one that says nothing.
pub(super) fn short_id(
    violations: &mut Violations,
    ids: &Ids,
    field: &str,
    given: &str,
    seen: &mut BTreeSet<String>,
) -> String {
    let id =
        if given.is_empty() { u64::from_le_bytes(ids.random_bytes()).to_string() } else { given.to_owned() };
    let plain = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !plain || id.len() > 40 {
        violations.add(field, given, Rule::Malformed { expected: "[a-z0-9-]{1,40}".into() });
    } else if !seen.insert(id.clone()) {
        violations.add(field, given, Rule::Duplicate);
    }
    id
}

fn content(
    violations: &mut Violations,
    ids: &Ids,
    field: &str,
    given: Option<&pb::module::Content>,
) -> Option<Content> {
    match given {
        Some(pb::module::Content::Text(text)) => {
            let field = format!("{field}.text.markdown");
            Some(Content::Text(text_of(
                violations,
                &field,
                text.markdown.as_ref(),
                Wanted::Required,
                MAX_MARKDOWN,
            )))
        }
        Some(pb::module::Content::Video(video)) => {
            let transcript = format!("{field}.video.transcript");
            Some(Content::Video {
                url: url(violations, &format!("{field}.video.url"), &video.url),
                transcript: text_of(
                    violations,
                    &transcript,
                    video.transcript.as_ref(),
                    Wanted::Optional,
                    MAX_MARKDOWN,
                ),
            })
        }
        Some(pb::module::Content::File(file)) => Some(Content::File {
            url: url(violations, &format!("{field}.file.url"), &file.url),
            label: text_of(
                violations,
                &format!("{field}.file.label"),
                file.label.as_ref(),
                Wanted::Optional,
                200,
            ),
        }),
        Some(pb::module::Content::Quiz(given)) => {
            Some(Content::Quiz(quiz::read(violations, ids, &format!("{field}.quiz"), given)))
        }
        None => {
            violations.add(format!("{field}.content"), "", Rule::Required);
            None
        }
    }
}

/// An address that a browser may open without leaving the safe ground: https, with a host, without user or password.
fn url(violations: &mut Violations, field: &str, given: &str) -> String {
    let given = given.trim();
    if !violations.length(field, given, 1..=MAX_URL) {
        return String::new();
    }
    let host =
        given.strip_prefix("https://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let fits = host.is_some_and(|h| h.contains('.') && !h.contains('@') && !h.starts_with('.'))
        && !given.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\'));
    if !fits {
        violations.add(field, given, Rule::NotAUrl);
    }
    given.to_owned()
}

/// A course for trainers, with all of its content.
pub(crate) fn full(organization: &str, course: &Course) -> pb::Course {
    let mut out = light(
        organization,
        course,
        module::minutes(&course.draft.modules),
        u32::try_from(course.draft.modules.len()).unwrap_or(u32::MAX),
    );
    out.modules = course.draft.modules.iter().map(module).collect();
    out
}

/// A course of a list.
pub(crate) fn listed(organization: &str, listed: &Listed) -> pb::Course {
    light(organization, &listed.course, listed.minutes, listed.module_count)
}

fn light(organization: &str, course: &Course, minutes: u32, module_count: u32) -> pb::Course {
    let draft = &course.draft;
    let application = draft.application.as_ref();
    let feature = application.zip(draft.feature.as_ref());
    pb::Course {
        name: CourseName::new(organization, &course.id).to_string(),
        title: localized(&draft.title),
        summary: localized(&draft.summary),
        application: application
            .map(|a| ApplicationName::new(organization, a).to_string())
            .unwrap_or_default(),
        feature: feature.map(|(a, f)| FeatureName::new(organization, a, f).to_string()).unwrap_or_default(),
        modules: Vec::new(),
        certificate: Some(pb::CertificatePolicy {
            enabled: draft.certificate.enabled,
            valid_months: count(draft.certificate.valid_months),
            recertify_before_days: count(draft.certificate.recertify_before_days),
        }),
        state: state(course.state).into(),
        published_version: count(course.published_version),
        draft_ahead: course.draft_ahead(),
        minutes: count(minutes),
        module_count: count(module_count),
        create_time: instant(course.create_time),
        update_time: instant(course.update_time),
        publish_time: instant(course.publish_time),
        etag: etag(course.revision),
    }
}

fn state(state: CourseState) -> pb::CourseState {
    match state {
        CourseState::Draft => pb::CourseState::Draft,
        CourseState::Published => pb::CourseState::Published,
        CourseState::Archived => pb::CourseState::Archived,
    }
}

/// The states of a filter; unknown ones are a violation.
pub(crate) fn states(violations: &mut Violations, given: &[i32]) -> Vec<CourseState> {
    let mut states = Vec::new();
    for number in given {
        match pb::CourseState::try_from(*number) {
            Ok(pb::CourseState::Draft) => states.push(CourseState::Draft),
            Ok(pb::CourseState::Published) => states.push(CourseState::Published),
            Ok(pb::CourseState::Archived) => states.push(CourseState::Archived),
            _ => violations.add("states", number, Rule::unknown_value(&["DRAFT", "PUBLISHED", "ARCHIVED"])),
        }
    }
    states
}

fn module(module: &Module) -> pb::Module {
    let content = match &module.content {
        Content::Text(text) => pb::module::Content::Text(pb::TextContent { markdown: localized(text) }),
        Content::Video { url, transcript } => pb::module::Content::Video(pb::VideoContent {
            url: url.clone(),
            transcript: localized(transcript),
        }),
        Content::File { url, label } => {
            pb::module::Content::File(pb::FileContent { url: url.clone(), label: localized(label) })
        }
        Content::Quiz(quiz) => pb::module::Content::Quiz(quiz::write(quiz)),
    };
    pb::Module {
        id: module.id.clone(),
        title: localized(&module.title),
        minutes: count(module.minutes),
        content: Some(content),
    }
}

/// A published version, with all of its content.
pub(crate) fn version(organization: &str, version: &Version) -> pb::CourseVersion {
    pb::CourseVersion {
        name: CourseVersionName::new(organization, &version.course, version.version.to_string()).to_string(),
        version: count(version.version),
        title: localized(&version.title),
        summary: localized(&version.summary),
        modules: version.modules.iter().map(module).collect(),
        publish_time: instant(version.publish_time),
        publisher: version
            .publisher
            .as_ref()
            .map(|p| PersonName::new(organization, p).to_string())
            .unwrap_or_default(),
        change_note: version.change_note.clone(),
    }
}
