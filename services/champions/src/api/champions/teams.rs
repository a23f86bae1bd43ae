//! The teams, focus areas and last day of a term, as HR says them.

use jiff::{ToSpan, civil::Date};
use kit::{
    auth::Caller,
    directory,
    error::Error,
    text::normalize,
    violation::{Rule, Violations},
};

use crate::{
    Champions,
    api::convert::{self, reference},
    domain::{
        champion::{MAX_FOCUS_AREA, MAX_FOCUS_AREAS, MAX_TEAMS},
        programme::LONGEST_TERM_DAYS,
    },
    error::{Reason, Refuse},
    names::TeamName,
    store::{self, ConnectionTrait},
};

/// The ids of the teams, sorted, each once.
pub(super) fn teams(violations: &mut Violations, o: &str, given: &[String]) -> Vec<String> {
    if given.is_empty() {
        violations.add("teams", "", Rule::Required);
    }
    if !violations.count("teams", given.len(), MAX_TEAMS) {
        return Vec::new();
    }
    let mut teams: Vec<String> = Vec::new();
    for (i, team) in given.iter().enumerate() {
        let field = format!("teams[{i}]");
        let Some(name) = reference::<TeamName>(violations, &field, o, team) else { continue };
        if teams.contains(&name.team) {
            violations.add(field, team, Rule::Duplicate);
        } else {
            teams.push(name.team);
        }
    }
    teams.sort();
    teams
}

/// Focus areas, cleaned, each once.
pub(super) fn focus_areas(violations: &mut Violations, given: &[String]) -> Vec<String> {
    let mut areas: Vec<String> = Vec::new();
    if violations.count("focus_areas", given.len(), MAX_FOCUS_AREAS) {
        for (i, area) in given.iter().enumerate() {
            let field = format!("focus_areas[{i}]");
            violations.direction(&field, area);
            let area = convert::words(violations, &field, area, 1, MAX_FOCUS_AREA);
            if areas.iter().any(|a| normalize(a) == normalize(&area)) {
                violations.add(field, &area, Rule::Duplicate);
            } else {
                areas.push(area);
            }
        }
    }
    areas
}

/// The last day: not before today, and not too far.
pub(super) fn end_day(violations: &mut Violations, given: &str, today: Date, days: i32) -> Date {
    let after = |days: i32| today.checked_add(days.days()).unwrap_or(Date::MAX);
    let Some(day) = violations.optional_day("end_day", given) else { return after(days) };
    let latest = after(LONGEST_TERM_DAYS);
    if day < today || day > latest {
        let rule = Rule::OutOfRange { min: today.to_string(), max: latest.to_string() };
        violations.add("end_day", given, rule);
    }
    day
}

/// The teams must be there, and none of them may be held back by a staged start of the programme.
pub(super) async fn check<C: ConnectionTrait>(
    s: &Champions,
    db: &C,
    who: &Caller,
    o: &str,
    teams: &[String],
) -> Result<(), Error> {
    let living = store::people::living_teams(db, o, teams).await?;
    let mut violations = who.violations();
    for team in teams.iter().filter(|t| !living.contains(*t)) {
        violations.add("teams", TeamName::new(o, team), Rule::NotFound);
    }
    violations.check()?;
    let today = s.today();
    // A champion of a team is one of the teams below it too.
    let covered = directory::teams(db, o).await?.subtree_of(teams.iter().map(String::as_str));
    for start in store::staged_start::waiting(db, o, today).await? {
        if covered.iter().any(|t| start.holds_back(t, today)) {
            return Err(Reason::TeamStartsLater.refuse("the coin said that one of the teams starts later"));
        }
    }
    Ok(())
}
