//! What HR writes of a committee.

use std::collections::BTreeSet;

use jiff::civil::Date;
use kit::{
    contract::{Wanted, number, reference, reference_if_any, text_of},
    directory,
    error::Error,
    violation::{Rule, Violations},
};
use proto::feedback::v1 as pb;

use super::rights::title;
use crate::{
    domain::committee::{Committee, Kind, MAX_TEAMS, Member, Role, USUAL_QUORUM_PERCENT},
    names::{ApplicationName, PersonName, TeamName},
    store::ConnectionTrait,
};

/// The fields that HR writes.
pub(super) const FIELDS: &[&str] =
    &["title", "purpose", "kind", "application", "teams", "start_day", "end_day", "quorum_percent"];

/// Writes the named fields of a request over a committee.
pub(super) async fn edit<C: ConnectionTrait>(
    db: &C,
    violations: &mut Violations,
    o: &str,
    committee: &mut Committee,
    given: &pb::Committee,
    fields: &[&str],
) -> Result<(), Error> {
    for field in fields {
        match *field {
            "title" => committee.title = title(violations, "committee.title", given.title.as_ref(), 120),
            "purpose" => {
                let purpose = given.purpose.as_ref();
                committee.purpose =
                    text_of(violations, "committee.purpose", purpose, Wanted::Optional, 1_000);
            }
            "kind" => committee.kind = kind(violations, given.kind).unwrap_or(committee.kind),
            "application" => {
                let name: Option<ApplicationName> =
                    reference_if_any(violations, "committee.application", o, &given.application);
                committee.application = name.map(|n| n.application);
            }
            "teams" => committee.teams = teams(db, violations, o, &given.teams).await?,
            "start_day" => {
                let day = violations.optional_day("committee.start_day", &given.start_day);
                committee.start = day.unwrap_or(committee.start);
            }
            "end_day" => committee.end = violations.optional_day("committee.end_day", &given.end_day),
            _ => {
                let percent = number(violations, "committee.quorum_percent", given.quorum_percent, 0, 100);
                committee.quorum_percent = if percent == 0 { USUAL_QUORUM_PERCENT } else { percent };
            }
        }
    }
    if committee.end.is_some_and(|end| end < committee.start) {
        violations.add("committee.end_day", &given.end_day, Rule::EndsBeforeStart);
    }
    Ok(())
}

fn kind(violations: &mut Violations, given: i32) -> Option<Kind> {
    let kind = match pb::CommitteeKind::try_from(given) {
        Ok(pb::CommitteeKind::Users) => Kind::Users,
        Ok(pb::CommitteeKind::Steering) => Kind::Steering,
        Ok(pb::CommitteeKind::DataQuality) => Kind::DataQuality,
        Ok(pb::CommitteeKind::Process) => Kind::Process,
        Ok(pb::CommitteeKind::Change) => Kind::Change,
        Ok(pb::CommitteeKind::Other) => Kind::Other,
        Ok(pb::CommitteeKind::Unspecified) => {
            violations.add("committee.kind", "", Rule::Required);
            return None;
        }
        Err(_) => {
            let allowed = ["USERS", "STEERING", "DATA_QUALITY", "PROCESS", "CHANGE", "OTHER"];
            violations.add("committee.kind", given, Rule::unknown_value(&allowed));
            return None;
        }
    };
    Some(kind)
}

async fn teams<C: ConnectionTrait>(
    db: &C,
    violations: &mut Violations,
    o: &str,
    given: &[String],
) -> Result<Vec<String>, Error> {
    if given.is_empty() {
        violations.add("committee.teams", "", Rule::Required);
    }
    if !violations.count("committee.teams", given.len(), MAX_TEAMS) {
        return Ok(Vec::new());
    }
    let tree = directory::teams(db, o).await?;
    let (mut teams, mut seen) = (Vec::new(), BTreeSet::new());
    for (i, text) in given.iter().enumerate() {
        let field = format!("committee.teams[{i}]");
        let Some(name) = reference::<TeamName>(violations, &field, o, text) else { continue };
        if tree.get(&name.team).is_none_or(|t| t.dissolved) {
            violations.add(field, text, Rule::NotFound);
        } else if !seen.insert(name.team.clone()) {
            violations.add(field, text, Rule::Duplicate);
        } else {
            teams.push(name.team);
        }
    }
    Ok(teams)
}

/// Reads a member who is employed, for a term that begins today unless another day is given.
pub(super) async fn member<C: ConnectionTrait>(
    db: &C,
    violations: &mut Violations,
    o: &str,
    field: &str,
    given: &pb::CommitteeMember,
    today: Date,
) -> Result<Option<Member>, Error> {
    let person: Option<PersonName> = reference(violations, &format!("{field}.person"), o, &given.person);
    let role = match pb::CommitteeRole::try_from(given.role) {
        Ok(pb::CommitteeRole::Chair) => Role::Chair,
        Ok(pb::CommitteeRole::Secretary) => Role::Secretary,
        Ok(pb::CommitteeRole::Member | pb::CommitteeRole::Unspecified) => Role::Member,
        Err(_) => {
            let allowed = ["CHAIR", "SECRETARY", "MEMBER"];
            violations.add(format!("{field}.role"), given.role, Rule::unknown_value(&allowed));
            Role::Member
        }
    };
    let start = violations.optional_day(&format!("{field}.start_day"), &given.start_day).unwrap_or(today);
    let end = violations.optional_day(&format!("{field}.end_day"), &given.end_day);
    if end.is_some_and(|end| end < start) {
        violations.add(format!("{field}.end_day"), &given.end_day, Rule::EndsBeforeStart);
    }
    let Some(person) = person else { return Ok(None) };
    let known = directory::person(db, o, &person.person).await?;
    // Somebody who begins later may be chosen now.
    if known.is_none_or(|p| !p.employed_on(start) && !p.employed_on(today)) {
        violations.add(format!("{field}.person"), &given.person, Rule::NotFound);
        return Ok(None);
    }
    Ok(Some(Member { person: person.person, role, start, end }))
}
