//! `ListTeamCoverage`: every team with members, those without a champion first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page, violation::Rule};
use proto::champions::v1::{self as pb, ListTeamCoverageRequest, ListTeamCoverageResponse};
use tonic::{Request, Response};

use crate::{
    Champions,
    api::convert::{self, count, team},
    domain::coverage::State,
    store::{self, coverage::Kept},
};

const STATES: [State; 3] = [State::None, State::Stretched, State::Covered];

pub(super) async fn list_team_coverage(
    s: &Champions,
    request: Request<ListTeamCoverageRequest>,
) -> Result<Response<ListTeamCoverageResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let mut states = Vec::new();
    for value in &request.states {
        let asked = STATES.into_iter().find(|s| convert::coverage_state(*s) as i32 == *value);
        if asked.is_none() {
            let allowed = STATES.map(|s| convert::coverage_state(s).as_str_name());
            violations.add("states", value, Rule::unknown_value(&allowed));
        }
        states.extend(asked);
    }
    violations.check()?;
    if states.is_empty() {
        states = STATES.to_vec();
    }

    let db = s.db.read();
    // The token is the id of the last team; where it stood is looked up again.
    let after = match &page.after {
        Some(last) => store::coverage::load(db, &o, last).await?,
        None => None,
    };
    let mut found = store::coverage::list(db, &o, &states, after.as_ref(), page.limit()).await?;
    let next_page_token = page.cut(&mut found, |k| k.team.clone());
    let totals = store::coverage::totals(db, &o).await?;
    let (none, stretched, covered) = (totals(State::None), totals(State::Stretched), totals(State::Covered));
    let settings = store::coverage::settings(db, &o).await?;

    Ok(Response::new(ListTeamCoverageResponse {
        teams: found.iter().map(|k| write(&o, k)).collect(),
        next_page_token,
        team_count: count(none.teams + stretched.teams + covered.teams),
        none_count: count(none.teams),
        stretched_count: count(stretched.teams),
        covered_people: count(stretched.people + covered.people),
        people: count(none.people + stretched.people + covered.people),
        champion_count: count(store::coverage::champion_count(db, &o).await?),
        people_per_champion: count(settings.people_per_champion),
    }))
}

fn write(o: &str, kept: &Kept) -> pb::TeamCoverage {
    pb::TeamCoverage {
        team: team(o, &kept.team),
        team_display_name: kept.display_name.clone(),
        parent_team: kept.parent.as_deref().map(|p| team(o, p)).unwrap_or_default(),
        people: count(kept.people),
        champions: count(kept.champions),
        people_per_champion: kept.load.map(|load| (load * 10.0).round() / 10.0),
        state: convert::coverage_state(kept.state).into(),
        gap_reason: kept.gap.map_or(pb::GapReason::Unspecified, |(gap, _)| convert::gap(gap)).into(),
        gap_since: kept.gap.map(|(_, since)| since.to_string()).unwrap_or_default(),
    }
}
