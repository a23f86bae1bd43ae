//! Check-ins as they are answered.

use std::collections::HashMap;

use proto::champions::v1 as pb;

use crate::{
    api::convert::{self, called, instant, person, team},
    domain::check_in::CheckIn,
    names::{CheckInName, VisitName},
};

/// A check-in for whoever made it; `teams` says what teams are called.
pub(in crate::api) fn own(o: &str, check_in: &CheckIn, teams: &HashMap<String, String>) -> pb::CheckIn {
    pb::CheckIn {
        name: CheckInName::new(o, &check_in.id).to_string(),
        team: team(o, &check_in.team),
        team_display_name: called(teams, &check_in.team),
        kind: convert::kind(check_in.kind).into(),
        note: check_in.note.clone(),
        follow_up_day: check_in.follow_up_day.map(|d| d.to_string()).unwrap_or_default(),
        follow_up_time: instant(check_in.follow_up_time),
        visit: check_in.visit.as_ref().map(|v| VisitName::new(o, v).to_string()).unwrap_or_default(),
        create_time: instant(check_in.create_time),
        champion: String::new(),
        champion_display_name: String::new(),
    }
}

/// A check-in for HR: whose it is, without the note.
pub(super) fn of_somebody(
    o: &str,
    check_in: &CheckIn,
    teams: &HashMap<String, String>,
    people: &HashMap<String, String>,
) -> pb::CheckIn {
    pb::CheckIn {
        note: String::new(),
        champion: person(o, &check_in.person),
        champion_display_name: called(people, &check_in.person),
        ..own(o, check_in, teams)
    }
}
