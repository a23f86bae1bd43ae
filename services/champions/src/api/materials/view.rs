//! Materials as they are written and answered.

use kit::violation::{Rule, Violations};
use proto::{adoption::v1::Barrier, champions::v1 as pb};

use crate::{
    api::convert::{Wanted, etag, instant, localized, reference_if_any, text_of, title_of},
    domain::material::Material,
    names::{ApplicationName, ArticleName, CourseName, MaterialName},
};

/// The fields that HR and trainers write.
pub(super) const FIELDS: &[&str] = &["title", "message", "article", "course", "application", "barriers"];

/// Writes the named fields of a request over a material.
pub(super) fn edit(
    violations: &mut Violations,
    o: &str,
    material: &mut Material,
    given: &pb::Material,
    fields: &[&str],
) {
    if fields.contains(&"title") {
        material.title = title_of(violations, "material.title", given.title.as_ref(), 120);
    }
    if fields.contains(&"message") {
        let message = given.message.as_ref();
        material.message = text_of(violations, "material.message", message, Wanted::Optional, 2_000);
    }
    if fields.contains(&"article") {
        let name: Option<ArticleName> = reference_if_any(violations, "material.article", o, &given.article);
        material.article = name.map(|n| n.article);
    }
    if fields.contains(&"course") {
        let name: Option<CourseName> = reference_if_any(violations, "material.course", o, &given.course);
        material.course = name.map(|n| n.course);
    }
    if fields.contains(&"application") {
        let name: Option<ApplicationName> =
            reference_if_any(violations, "material.application", o, &given.application);
        material.application = name.map(|n| n.application);
    }
    if fields.contains(&"barriers") {
        material.barriers = barriers(violations, &given.barriers);
    }
    match (&material.article, &material.course) {
        (Some(_), Some(_)) => violations.add("material.course", &given.course, Rule::TooMany { max: 1 }),
        (None, None) if material.message.is_empty() => violations.add("material.message", "", Rule::Required),
        _ => {}
    }
}

fn barriers(violations: &mut Violations, given: &[i32]) -> Vec<Barrier> {
    let mut barriers = Vec::new();
    for (i, value) in given.iter().enumerate().take(20) {
        let field = format!("material.barriers[{i}]");
        match Barrier::try_from(*value) {
            Ok(Barrier::Unspecified) | Err(_) => {
                violations.add(field, value, Rule::unknown_value(&["TOOL", "KNOWLEDGE", "ABILITY", "…"]));
            }
            Ok(barrier) if barriers.contains(&barrier) => {
                violations.add(field, barrier.as_str_name(), Rule::Duplicate);
            }
            Ok(barrier) => barriers.push(barrier),
        }
    }
    barriers
}

/// A material.
pub(super) fn write(o: &str, material: &Material) -> pb::Material {
    let application = material.application.as_ref().map(|a| ApplicationName::new(o, a).to_string());
    pb::Material {
        name: MaterialName::new(o, &material.id).to_string(),
        title: localized(&material.title),
        message: localized(&material.message),
        article: material.article.as_ref().map(|a| ArticleName::new(o, a).to_string()).unwrap_or_default(),
        course: material.course.as_ref().map(|c| CourseName::new(o, c).to_string()).unwrap_or_default(),
        application: application.unwrap_or_default(),
        barriers: material.barriers.iter().map(|b| (*b).into()).collect(),
        supplied: material.supplied,
        update_time: instant(material.update_time),
        etag: etag(material.revision),
    }
}
