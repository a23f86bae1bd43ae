//! Articles.

use kit::{
    text::{self, normalize},
    violation::{Rule, Violations},
};
use proto::training::v1 as pb;

use super::{Wanted, count, etag, instant, localized, reference, reference_if_any, text_of};
use crate::{
    domain::article::{Article, ArticleDraft, ArticleState, ArticleVersion},
    names::{ApplicationName, ArticleName, ArticleVersionName, CourseName},
};

/// The fields that a trainer writes.
pub(crate) const FIELDS: &[&str] = &["title", "body", "application", "courses", "tags"];

const MAX_COURSES: usize = 20;
const MAX_TAGS: usize = 10;
const MAX_TAG: usize = 40;

/// Writes the named fields of a request over a draft.
pub(crate) fn edit(
    violations: &mut Violations,
    organization: &str,
    draft: &mut ArticleDraft,
    given: &pb::Article,
    fields: &[&str],
) {
    if fields.contains(&"title") {
        if let Some(title) = &given.title {
            for words in [&title.en, &title.fa, &title.ar] {
                violations.direction("article.title", words);
            }
        }
        draft.title = text_of(violations, "article.title", given.title.as_ref(), Wanted::Required, 200);
    }
    if fields.contains(&"body") {
        draft.body = text_of(violations, "article.body", given.body.as_ref(), Wanted::Required, 20_000);
    }
    if fields.contains(&"application") {
        let name: Option<ApplicationName> =
            reference_if_any(violations, "article.application", organization, &given.application);
        draft.application = name.map(|n| n.application);
    }
    if fields.contains(&"courses") && violations.count("article.courses", given.courses.len(), MAX_COURSES) {
        draft.courses.clear();
        for (i, course) in given.courses.iter().enumerate() {
            let field = format!("article.courses[{i}]");
            let Some(name) = reference::<CourseName>(violations, &field, organization, course) else {
                continue;
            };
            if draft.courses.contains(&name.course) {
                violations.add(field, course, Rule::Duplicate);
            } else {
                draft.courses.push(name.course);
            }
        }
    }
    if fields.contains(&"tags") && violations.count("article.tags", given.tags.len(), MAX_TAGS) {
        draft.tags.clear();
        for (i, tag) in given.tags.iter().enumerate() {
            let field = format!("article.tags[{i}]");
            violations.direction(&field, tag);
            let tag = text::clean(tag);
            violations.length(&field, &tag, 1..=MAX_TAG);
            if draft.tags.iter().any(|t| normalize(t) == normalize(&tag)) {
                violations.add(field, &tag, Rule::Duplicate);
            } else {
                draft.tags.push(tag);
            }
        }
    }
}

/// The states of a list.
pub(crate) fn states(violations: &mut Violations, given: &[i32]) -> Vec<ArticleState> {
    let mut states = Vec::new();
    for value in given {
        match pb::ArticleState::try_from(*value) {
            Ok(pb::ArticleState::Draft) => states.push(ArticleState::Draft),
            Ok(pb::ArticleState::Published) => states.push(ArticleState::Published),
            Ok(pb::ArticleState::Archived) => states.push(ArticleState::Archived),
            Ok(pb::ArticleState::Proposed) => states.push(ArticleState::Proposed),
            Ok(pb::ArticleState::Unspecified) | Err(_) => violations.add(
                "states",
                value,
                Rule::unknown_value(&["DRAFT", "PUBLISHED", "ARCHIVED", "PROPOSED"]),
            ),
        }
    }
    states
}

/// The draft with all that trainers see.
pub(crate) fn full(organization: &str, article: &Article) -> pb::Article {
    let mut out = write(organization, article, &article.draft);
    out.unpublished_changes = article.shown.is_some() && article.is_ahead();
    out.update_time = instant(article.update_time);
    out.etag = etag(article.revision);
    out
}

/// What readers see; `None` while they see nothing.
pub(crate) fn shown(organization: &str, article: &Article, own: Option<bool>) -> Option<pb::Article> {
    let mut out = write(organization, article, article.published()?);
    out.own_feedback = own;
    out.update_time = instant(article.publish_time);
    Some(out)
}

/// The same without the text, for lists.
pub(crate) fn short(mut article: pb::Article) -> pb::Article {
    article.body = None;
    article
}

fn write(organization: &str, article: &Article, words: &ArticleDraft) -> pb::Article {
    let courses = words.courses.iter().map(|c| CourseName::new(organization, c).to_string());
    let application = words.application.as_ref().map(|a| ApplicationName::new(organization, a).to_string());
    pb::Article {
        name: ArticleName::new(organization, &article.id).to_string(),
        title: localized(&words.title),
        body: localized(&words.body),
        application: application.unwrap_or_default(),
        courses: courses.collect(),
        tags: words.tags.clone(),
        state: match article.state {
            ArticleState::Draft => pb::ArticleState::Draft,
            ArticleState::Published => pb::ArticleState::Published,
            ArticleState::Archived => pb::ArticleState::Archived,
            ArticleState::Proposed => pb::ArticleState::Proposed,
        }
        .into(),
        published_version: count(article.published_version),
        helped: count(article.helped),
        not_helped: count(article.not_helped),
        create_time: instant(article.create_time),
        ..pb::Article::default()
    }
}

/// A published version.
pub(crate) fn version(organization: &str, version: &ArticleVersion) -> pb::ArticleVersion {
    let name = ArticleVersionName::new(organization, &version.article, version.version.to_string());
    pb::ArticleVersion {
        name: name.to_string(),
        title: localized(&version.title),
        body: localized(&version.body),
        version: count(version.version),
        publish_time: instant(version.publish_time),
    }
}
