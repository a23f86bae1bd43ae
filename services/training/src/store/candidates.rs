//! Everybody who is employed, with what a rule asks of a person.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use kit::{
    directory::{self, Person, TeamTree},
    error::Error,
};

use super::{ConnectionTrait, calendars::Calendars, completion};
use crate::domain::{audience::Candidate, level::Level};

/// The people of an organization at an instant.
pub(crate) struct Candidates {
    /// Whoever is employed.
    pub(crate) employed: Vec<(Person, Candidate)>,
    /// Everybody else the directory knows.
    pub(crate) gone: BTreeSet<String>,
    /// The calendars of their sites.
    pub(crate) calendars: Calendars,
}

/// Reads them from the directory's copy and from what they completed.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    now: Timestamp,
) -> Result<Candidates, Error> {
    let calendars = Calendars::load(db, organization).await?;
    let teams = directory::teams(db, organization).await?;
    let utc_day = calendars.today(None, now);
    let mut completed = completion::by_person(db, organization, utc_day).await?;
    let mut found = Candidates { employed: Vec::new(), gone: BTreeSet::new(), calendars };
    for person in directory::everybody(db, organization).await? {
        let today = found.calendars.today(Some(&person), now);
        if person.employed_on(today) {
            let candidate = candidate(&person, &teams, today, &mut completed);
            found.employed.push((person, candidate));
        } else {
            found.gone.insert(person.id);
        }
    }
    Ok(found)
}

fn candidate(
    person: &Person,
    teams: &TeamTree,
    today: jiff::civil::Date,
    completed: &mut HashMap<String, BTreeSet<String>>,
) -> Candidate {
    let membership = person.membership_on(today);
    let mut own = Vec::new();
    if let Some(membership) = membership {
        own.push(membership.team.clone());
        own.extend(teams.get(&membership.team).map(|t| t.ancestors.clone()).unwrap_or_default());
    }
    Candidate {
        person: person.id.clone(),
        position: membership.map(|m| m.position.clone()),
        teams: own,
        level: person.level.and_then(|l| Level::of_number(l as i32)),
        site: person.site.clone(),
        tenure_days: person.tenure_days(today),
        completed: completed.remove(&person.id).unwrap_or_default(),
    }
}
