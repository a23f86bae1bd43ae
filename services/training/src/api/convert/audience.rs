//! Audiences.

use kit::{
    name::ResourceName,
    violation::{Rule, Violations},
};
use proto::training::v1 as pb;

use super::{count, number, reference};
use crate::{
    domain::{
        audience::{Audience, Condition},
        level::Level,
    },
    names::{CourseName, PositionName, SiteName, TeamName},
};

const MAX_CONDITIONS: usize = 20;
const MAX_GROUPS: usize = 10;
const MAX_VALUES: usize = 50;
/// A working life, in days.
const MAX_TENURE: i32 = 36_500;

/// Reads a rule. Whether what it names exists is for the caller to look up.
pub(crate) fn read(
    violations: &mut Violations,
    field: &str,
    organization: &str,
    given: Option<&pb::Audience>,
) -> Audience {
    let Some(given) = given else { return Audience::default() };
    violations.count(&format!("{field}.any_of"), given.any_of.len(), MAX_GROUPS);
    let all_of = conditions(violations, &format!("{field}.all_of"), organization, &given.all_of);
    let mut any_of = Vec::new();
    for (i, group) in given.any_of.iter().take(MAX_GROUPS).enumerate() {
        let field = format!("{field}.any_of[{i}].conditions");
        if group.conditions.is_empty() {
            violations.add(&field, "", Rule::Required);
        }
        any_of.push(conditions(violations, &field, organization, &group.conditions));
    }
    Audience { all_of, any_of }
}

fn conditions(
    violations: &mut Violations,
    field: &str,
    organization: &str,
    given: &[pb::Condition],
) -> Vec<Condition> {
    violations.count(field, given.len(), MAX_CONDITIONS);
    let mut out = Vec::new();
    for (i, condition) in given.iter().take(MAX_CONDITIONS).enumerate() {
        out.extend(read_condition(violations, &format!("{field}[{i}]"), organization, condition));
    }
    out
}

fn read_condition(
    violations: &mut Violations,
    field: &str,
    organization: &str,
    given: &pb::Condition,
) -> Option<Condition> {
    use pb::condition::Kind as Given;
    let Some(kind) = &given.kind else {
        violations.add(format!("{field}.kind"), "", Rule::Required);
        return None;
    };
    Some(match kind {
        Given::Position(c) => {
            let field = format!("{field}.position.positions");
            Condition::Position(ids(violations, &field, organization, &c.positions, |n: PositionName| {
                n.position
            }))
        }
        Given::Team(c) => {
            let field = format!("{field}.team.teams");
            Condition::Team(ids(violations, &field, organization, &c.teams, |n: TeamName| n.team))
        }
        Given::Site(c) => {
            let field = format!("{field}.site.sites");
            Condition::Site(ids(violations, &field, organization, &c.sites, |n: SiteName| n.site))
        }
        Given::Level(c) => Condition::Level(levels(violations, &format!("{field}.level.levels"), &c.levels)),
        Given::Tenure(c) => {
            let field = format!("{field}.tenure");
            number(violations, &format!("{field}.min_days"), c.min_days, 0, MAX_TENURE);
            number(violations, &format!("{field}.max_days"), c.max_days, 0, MAX_TENURE);
            if c.max_days != 0 && c.max_days < c.min_days {
                violations.add(format!("{field}.max_days"), c.max_days, Rule::EndsBeforeStart);
            }
            Condition::Tenure { min_days: c.min_days, max_days: (c.max_days != 0).then_some(c.max_days) }
        }
        Given::NotCompleted(c) => {
            let field = format!("{field}.not_completed.course");
            let name: CourseName = reference(violations, &field, organization, &c.course)?;
            Condition::NotCompleted(name.course)
        }
        Given::HasCompleted(c) => {
            let field = format!("{field}.has_completed.course");
            let name: CourseName = reference(violations, &field, organization, &c.course)?;
            Condition::HasCompleted(name.course)
        }
    })
}

fn ids<N: ResourceName>(
    violations: &mut Violations,
    field: &str,
    organization: &str,
    given: &[String],
    id: impl Fn(N) -> String,
) -> Vec<String> {
    if given.is_empty() {
        violations.add(field, "", Rule::Required);
    }
    violations.count(field, given.len(), MAX_VALUES);
    let named = given.iter().take(MAX_VALUES).enumerate();
    named
        .filter_map(|(i, name)| reference(violations, &format!("{field}[{i}]"), organization, name))
        .map(id)
        .collect()
}

fn levels(violations: &mut Violations, field: &str, given: &[i32]) -> Vec<Level> {
    if given.is_empty() {
        violations.add(field, "", Rule::Required);
    }
    let mut levels = Vec::new();
    for (i, number) in given.iter().enumerate().take(MAX_CONDITIONS) {
        match Level::of_number(*number) {
            Some(level) => levels.push(level),
            None => violations.add(
                format!("{field}[{i}]"),
                number,
                Rule::unknown_value(&["NOVICE", "PROFICIENT", "EXPERT"]),
            ),
        }
    }
    levels
}

/// A rule as it was given.
pub(crate) fn write(organization: &str, audience: &Audience) -> pb::Audience {
    let conditions = |list: &[Condition]| list.iter().map(|c| write_condition(organization, c)).collect();
    pb::Audience {
        all_of: conditions(&audience.all_of),
        any_of: audience
            .any_of
            .iter()
            .map(|group| pb::ConditionGroup { conditions: conditions(group) })
            .collect(),
    }
}

fn write_condition(o: &str, condition: &Condition) -> pb::Condition {
    use pb::condition::Kind as Written;
    let course = |id: &str| pb::CompletionCondition { course: CourseName::new(o, id).to_string() };
    let kind = match condition {
        Condition::Position(ids) => Written::Position(pb::PositionCondition {
            positions: ids.iter().map(|id| PositionName::new(o, id).to_string()).collect(),
        }),
        Condition::Team(ids) => Written::Team(pb::TeamCondition {
            teams: ids.iter().map(|id| TeamName::new(o, id).to_string()).collect(),
        }),
        Condition::Site(ids) => Written::Site(pb::SiteCondition {
            sites: ids.iter().map(|id| SiteName::new(o, id).to_string()).collect(),
        }),
        Condition::Level(levels) => {
            Written::Level(pb::LevelCondition { levels: levels.iter().map(|l| l.number()).collect() })
        }
        Condition::Tenure { min_days, max_days } => {
            Written::Tenure(pb::TenureCondition { min_days: *min_days, max_days: max_days.unwrap_or(0) })
        }
        Condition::NotCompleted(id) => Written::NotCompleted(course(id)),
        Condition::HasCompleted(id) => Written::HasCompleted(course(id)),
    };
    pb::Condition { kind: Some(kind) }
}

/// How many people a rule selects, and what they need.
pub(crate) fn counted(matching: u32, completed: u32, enrolled: u32, to_enroll: u32) -> pb::AudienceCount {
    pb::AudienceCount {
        matching: count(matching),
        completed: count(completed),
        enrolled: count(enrolled),
        to_enroll: count(to_enroll),
    }
}
