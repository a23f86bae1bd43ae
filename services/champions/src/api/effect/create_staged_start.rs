//! `CreateStagedStart`: a coin says which teams start with a champion now, and which 35 days later.

use std::collections::{BTreeMap, BTreeSet};

use kit::{auth::Caller, directory, error::Error, request_id::RequestId, violation::Rule};
use proto::{
    adoption::v1::{GetTeamsOverviewRequest, team_adoption_service_client::TeamAdoptionServiceClient},
    champions::v1::{CreateStagedStartRequest, StagedStart as Reply},
};
use tonic::{Request, Response};

use crate::{
    Champions,
    api::convert::{self, reference, team},
    domain::{
        coverage::State,
        staged_start::{MAX_TEAMS, StagedStart, halves},
    },
    error::{Reason, Refuse},
    names::{ProgrammeName, StagedStartName, TeamName},
    store,
};

/// Teams that adoption is asked about at once.
const CHUNK: usize = 200;
/// Random bytes: a bit for each pair of at most [`MAX_TEAMS`] teams.
const COINS: usize = MAX_TEAMS / 16 + 1;

pub(super) async fn create_staged_start(
    s: &Champions,
    request: Request<CreateStagedStartRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ProgrammeName = who.parse("programme", &request.programme)?;
    let o = &name.organization;
    let mut violations = who.violations();
    convert::request_id(&mut violations, &request.request_id);
    if request.teams.len() < 2 {
        violations.add("teams", request.teams.len(), Rule::TooFew { min: 2 });
    }
    violations.count("teams", request.teams.len(), MAX_TEAMS);
    let mut ids: Vec<String> = Vec::new();
    for (i, team) in request.teams.iter().enumerate().take(MAX_TEAMS) {
        let field = format!("teams[{i}]");
        match reference::<TeamName>(&mut violations, &field, o, team).map(|n| n.team) {
            Some(id) if ids.contains(&id) => violations.add(field, team, Rule::Duplicate),
            Some(id) => ids.push(id),
            None => {}
        }
    }
    violations.check()?;
    let flagged = flagged(s, o, &ids).await?; // those are urgent: they do not wait for a coin

    let (now, today) = (s.clock.now(), s.today());
    let once = RequestId::new(o, "CreateStagedStart", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let programme = store::programme::load(&tx, o, &name.programme).await?;
    let programme = programme.ok_or_else(|| Error::not_found(&name))?;
    if programme.archived {
        return Err(Reason::ProgrammeArchived.refuse("the programme takes no nominations any more"));
    }
    let coverage = store::coverage::all(&tx, o).await?;
    let waiting = store::staged_start::waiting(&tx, o, today).await?;
    let tree = directory::teams(&tx, o).await?;
    let mut sizes = BTreeMap::new();
    let mut violations = who.violations();
    for (i, id) in ids.iter().enumerate() {
        if ids.iter().any(|above| above != id && tree.is_within(id, above)) {
            // Who starts above starts here too: no coin could tell them apart.
            violations.add(format!("teams[{i}]"), TeamName::new(o, id), Rule::Duplicate);
            continue;
        }
        let known = coverage.get(id).filter(|k| k.state == State::None);
        match known {
            Some(known) if !flagged.contains(id) && !waiting.iter().any(|w| w.teams.contains_key(id)) => {
                sizes.insert(id.clone(), known.people);
            }
            _ => violations.add(format!("teams[{i}]"), TeamName::new(o, id), Rule::NotFound),
        }
    }
    violations.check()?;
    let start = StagedStart {
        id: s.ids.next(),
        programme: programme.id,
        start_day: today,
        teams: halves(&sizes, &s.ids.random_bytes::<COINS>()),
        create_time: now,
    };
    store::staged_start::save(&tx, o, &start).await?;
    let reply = write(o, &start);
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// Which of the teams have an open flag.
async fn flagged(s: &Champions, o: &str, ids: &[String]) -> Result<BTreeSet<String>, Error> {
    let mut client = TeamAdoptionServiceClient::new(s.others(o));
    let mut flagged = BTreeSet::new();
    for chunk in ids.chunks(CHUNK) {
        let request = GetTeamsOverviewRequest {
            parent: format!("organizations/{o}"),
            teams: chunk.iter().map(|id| team(o, id)).collect(),
        };
        let overview = client.get_teams_overview(request).await?.into_inner();
        let flags = overview.applications.into_iter().flat_map(|a| a.statuses).filter(|s| !s.flag.is_empty());
        flagged.extend(flags.filter_map(|s| s.team.parse::<TeamName>().ok()).map(|n| n.team));
    }
    Ok(flagged)
}

/// A staged start.
pub(super) fn write(o: &str, start: &StagedStart) -> Reply {
    let half = |now: bool| start.teams.iter().filter(|(_, n)| **n == now).map(|(t, _)| team(o, t)).collect();
    Reply {
        name: StagedStartName::new(o, &start.id).to_string(),
        programme: ProgrammeName::new(o, &start.programme).to_string(),
        start_day: start.start_day.to_string(),
        later_day: start.later_day().to_string(),
        teams_now: half(true),
        teams_later: half(false),
    }
}
