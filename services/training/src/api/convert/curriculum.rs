//! Curricula.

use std::collections::{BTreeSet, HashMap};

use kit::{
    localize::Text,
    violation::{Rule, Violations},
};
use proto::training::v1 as pb;

use super::{Wanted, count, etag, instant, localized, number, reference, text_of};
use crate::{
    domain::{
        curriculum::{Curriculum, Step},
        level::Level,
    },
    names::{CourseName, CurriculumName, PositionName},
};

const MAX_STEPS: usize = 50;

/// The fields that a trainer writes.
pub(crate) const FIELDS: &[&str] = &["title", "position", "level", "steps", "in_order"];

/// Writes the named fields of a request over a curriculum. Whether the courses exist is for the caller to look up.
pub(crate) fn edit(
    violations: &mut Violations,
    organization: &str,
    curriculum: &mut Curriculum,
    given: &pb::Curriculum,
    fields: &[&str],
) {
    if fields.contains(&"title") {
        curriculum.title =
            text_of(violations, "curriculum.title", given.title.as_ref(), Wanted::Required, 200);
    }
    if fields.contains(&"position")
        && let Some(name) =
            reference::<PositionName>(violations, "curriculum.position", organization, &given.position)
    {
        curriculum.position = name.position;
    }
    if fields.contains(&"level") {
        match level(violations, "curriculum.level", given.level) {
            Some(level) => curriculum.level = level,
            None if given.level == 0 => violations.add("curriculum.level", "", Rule::Required),
            None => {}
        }
    }
    if fields.contains(&"steps") {
        curriculum.steps = steps(violations, organization, &given.steps);
    }
    if fields.contains(&"in_order") {
        curriculum.in_order = given.in_order;
    }
}

/// A level, if one is set; an unknown one is a violation.
pub(crate) fn level(violations: &mut Violations, field: &str, number: i32) -> Option<Level> {
    let level = Level::of_number(number);
    if level.is_none() && number != 0 {
        violations.add(field, number, Rule::unknown_value(&["NOVICE", "PROFICIENT", "EXPERT"]));
    }
    level
}

fn steps(violations: &mut Violations, organization: &str, given: &[pb::CurriculumStep]) -> Vec<Step> {
    let field = "curriculum.steps";
    if given.is_empty() {
        violations.add(field, "", Rule::Required);
    }
    violations.count(field, given.len(), MAX_STEPS);
    let mut seen = BTreeSet::new();
    let mut steps = Vec::new();
    for (i, step) in given.iter().take(MAX_STEPS).enumerate() {
        let days = format!("{field}[{i}].due_working_days");
        let due_working_days = number(violations, &days, step.due_working_days, 0, 500);
        let course = format!("{field}[{i}].course");
        let Some(name) = reference::<CourseName>(violations, &course, organization, &step.course) else {
            continue;
        };
        if !seen.insert(name.course.clone()) {
            violations.add(course, &step.course, Rule::Duplicate);
        }
        steps.push(Step { course: name.course, due_working_days });
    }
    steps
}

/// A curriculum with what its courses are called.
pub(crate) fn write(
    organization: &str,
    curriculum: &Curriculum,
    titles: &HashMap<String, Text>,
) -> pb::Curriculum {
    pb::Curriculum {
        name: CurriculumName::new(organization, &curriculum.id).to_string(),
        title: localized(&curriculum.title),
        position: PositionName::new(organization, &curriculum.position).to_string(),
        level: curriculum.level.number(),
        steps: curriculum
            .steps
            .iter()
            .map(|step| pb::CurriculumStep {
                course: CourseName::new(organization, &step.course).to_string(),
                course_title: titles.get(&step.course).and_then(localized),
                due_working_days: count(step.due_working_days),
            })
            .collect(),
        in_order: curriculum.in_order,
        state: if curriculum.archived {
            pb::CurriculumState::Archived.into()
        } else {
            pb::CurriculumState::Active.into()
        },
        create_time: instant(curriculum.create_time),
        update_time: instant(curriculum.update_time),
        etag: etag(curriculum.revision),
    }
}
