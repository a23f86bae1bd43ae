//! Data quality: reports of people and teams as counts of teams.

use std::collections::BTreeMap;

use crate::domain::{quality::Quality, roster::Roster};

/// One report: whose, a team's, of what, and the records.
pub(crate) type Report = (Option<u32>, String, u32, Quality);

/// The records of a day by team and feature. Reports of people whom the directory does not have on that day are left
/// out, until it has them.
pub(crate) fn by_team(roster: &Roster, day: i32, reports: &[Report]) -> BTreeMap<(String, u32), Quality> {
    let mut teams: BTreeMap<(String, u32), Quality> = BTreeMap::new();
    for (subject, team, feature, quality) in reports {
        let team = match subject {
            None => Some(team.clone()),
            Some(ordinal) => roster
                .by_ordinal(*ordinal)
                .and_then(|member| roster.cell_on(member, day))
                .map(|cell| roster.teams[roster.cells[cell].team].id.clone()),
        };
        if let Some(team) = team {
            teams.entry((team, *feature)).or_default().add(*quality);
        }
    }
    teams
}
