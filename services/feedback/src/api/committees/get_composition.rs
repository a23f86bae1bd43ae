//! `GetComposition`: who sits in a committee against the teams concerned, so that teams with low adoption are represented.

use std::collections::{BTreeMap, BTreeSet};

use kit::{
    auth::Caller,
    contract::{len, localized},
    error::Error,
};
use proto::feedback::v1::{Composition, GetCompositionRequest, PositionSeats, TeamSeat};
use tonic::{Request, Response};

use super::{convert::Words, rights};
use crate::{
    Feedback,
    adoption::OpenFlag,
    domain::committee::Committee,
    names::{CommitteeName, PositionName, TeamName},
};

/// Teams that are shown.
const MOST: usize = 200;

pub(super) async fn get_composition(
    s: &Feedback,
    request: Request<GetCompositionRequest>,
) -> Result<Response<Composition>, Error> {
    let who = Caller::of(&request)?;
    let name: CommitteeName = who.parse("name", &request.get_ref().name)?;
    let (o, db) = (&name.organization, s.db.read());
    let committee = rights::load(db, &name).await?;
    let today = s.today(db, o).await?;
    let own = committee.role_on(who.person()?, today);
    if own.is_none() && !rights::sees_all(&who) {
        return Err(Error::not_found(&name));
    }
    let words = Words::of(db, o, today, std::slice::from_ref(&committee)).await?;
    let flags = s.open_flags(o, committee.application.as_deref()).await;
    let seats: Vec<(&str, &str)> =
        committee.members_on(today).iter().filter_map(|m| words.seat(&m.person)).collect();

    let mut teams = teams(&words, &committee, &seats, flags.as_deref().unwrap_or_default());
    for team in &mut teams {
        team.team = TeamName::new(o, &team.team).to_string();
    }
    let inside = |team: &str| committee.teams.iter().any(|t| words.teams().is_within(team, t));
    let mut positions = BTreeMap::<&str, usize>::new();
    for (_, position) in &seats {
        *positions.entry(position).or_default() += 1;
    }
    Ok(Response::new(Composition {
        committee: name.to_string(),
        unrepresented_flagged_teams: len(teams.iter().filter(|t| t.flagged && t.members == 0).count()),
        teams,
        positions: positions
            .into_iter()
            .map(|(position, members)| PositionSeats {
                position: PositionName::new(o, position).to_string(),
                display_name: words.position(position),
                members: len(members),
            })
            .collect(),
        members_from_elsewhere: len(seats.iter().filter(|(team, _)| !inside(team)).count()),
        flags_known: flags.is_some(),
    }))
}

/// The teams to show, with ids in place of names.
fn teams(words: &Words, committee: &Committee, seats: &[(&str, &str)], flags: &[OpenFlag]) -> Vec<TeamSeat> {
    let tree = words.teams();
    let below: BTreeSet<String> =
        tree.subtree_of(committee.teams.iter().map(String::as_str)).into_iter().collect();
    // A flag of small teams that are judged together is each one's.
    let mut flagged: BTreeMap<&str, &OpenFlag> = BTreeMap::new();
    for flag in flags {
        for team in flag.members.iter().chain([&flag.team]) {
            flagged.entry(team).or_insert(flag);
        }
    }
    let mut shown: BTreeSet<&str> = committee.teams.iter().map(String::as_str).collect();
    for team in &committee.teams {
        shown.extend(tree.children(team).filter(|t| !t.dissolved).map(|t| t.id.as_str()));
    }
    shown.extend(flagged.keys().filter(|t| below.contains(**t)));
    let mut seats: Vec<TeamSeat> = shown
        .into_iter()
        .filter_map(|id| tree.get(id))
        .map(|team| {
            let flag = flagged.get(team.id.as_str());
            TeamSeat {
                team: team.id.clone(),
                display_name: team.display_name.clone(),
                members: len(seats.iter().filter(|(t, _)| tree.is_within(t, &team.id)).count()),
                flagged: flag.is_some(),
                sentence: flag.and_then(|f| localized(&f.sentence)),
                concerned: committee.teams.contains(&team.id),
            }
        })
        .collect();
    let order = |t: &TeamSeat| (!(t.flagged && t.members == 0), t.display_name.clone(), t.team.clone());
    seats.sort_by_key(order);
    seats.truncate(MOST);
    seats
}
