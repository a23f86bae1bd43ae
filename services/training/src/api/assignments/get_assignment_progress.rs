//! `GetAssignmentProgress`: by team, from five people on.

use std::collections::BTreeMap;

use kit::{auth::Caller, directory, error::Error};
use proto::training::v1::{AssignmentProgress, GetAssignmentProgressRequest, TeamProgress};
use tonic::{Request, Response};

use super::view;
use crate::{
    Training,
    api::convert::assignment::write_counts,
    domain::floor::{self, Counts},
    names::{AssignmentName, TeamName},
    store::{self, calendars::Calendars},
};

pub(super) async fn get_assignment_progress(
    s: &Training,
    request: Request<GetAssignmentProgressRequest>,
) -> Result<Response<AssignmentProgress>, Error> {
    let who = Caller::of(&request)?;
    let name: AssignmentName = who.parse("name", &request.get_ref().name)?;
    let (o, now, db) = (&name.organization, s.clock.now(), s.db.read());

    let assignment = store::assignment::load(db, o, &name.assignment).await?;
    let assignment = assignment.ok_or_else(|| Error::not_found(&name))?;
    let mut all = view::by_person(db, o, std::slice::from_ref(&assignment), now).await?;
    let parts = all.remove(&assignment.id).unwrap_or_default();
    let ids: Vec<String> = parts.keys().cloned().collect();
    let calendars = Calendars::load(db, o).await?;
    let mut counts: BTreeMap<String, Counts> = BTreeMap::new();
    let mut team_of = BTreeMap::new();
    for person in directory::people(db, o, &ids).await? {
        let membership = person.membership_on(calendars.today(Some(&person), now));
        team_of.insert(person.id.clone(), membership.map(|m| m.team.clone()).unwrap_or_default());
    }
    for (person, parts) in &parts {
        let team = team_of.get(person).cloned().unwrap_or_default();
        counts.entry(team).or_default().add(Counts::of_person(parts));
    }
    let shown = floor::by_team(counts);
    let tree = directory::teams(db, o).await?;

    let teams = shown.teams.into_iter().map(|(team, counts)| TeamProgress {
        team: TeamName::new(o, &team).to_string(),
        team_title: tree.get(&team).map(|t| t.display_name.clone()).unwrap_or_default(),
        counts: Some(write_counts(counts)),
    });
    Ok(Response::new(AssignmentProgress {
        assignment: name.to_string(),
        total: shown.total.map(write_counts),
        teams: teams.collect(),
        other_teams: shown.others.map(write_counts),
    }))
}
