//! Weeks: the figures of every team as they are published, and the evidence beside them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kit::{db::time::from_days, privacy};
use proto::telemetry::v1 as pb;

use super::Scope;
use crate::{
    domain::{
        count::Marks,
        evidence::Everybody,
        figures::Figures,
        name::{ApplicationName, TeamName},
        peers::{Peers, Published, compare},
        quality::Quality,
        roster::Roster,
        week::{PersonWindow, Window, Windows, add_up, people},
    },
    store::team_week::TeamWeek,
};

/// The week of every team that ends on `end`, published, suppressed, or with its evidence alone.
pub(crate) fn build(
    scope: &Scope<'_>,
    roster: &Roster,
    marks: &Marks,
    features: &BTreeMap<u32, u32>,
    quality: &BTreeMap<String, Quality>,
    end: i32,
) -> Vec<TeamWeek> {
    let found = people(roster, &scope.core, marks, features, end);
    let index: HashMap<&str, usize> =
        roster.teams.iter().enumerate().map(|(i, t)| (t.id.as_str(), i)).collect();
    let quality: BTreeMap<usize, Quality> =
        quality.iter().filter_map(|(team, q)| Some((*index.get(team.as_str())?, *q))).collect();

    let exact = add_up(roster, &found, &quality, |team, _| (Some(team), true), Some);
    let plan = plan(roster, &found);
    let enter = |team: usize, position: usize| (plan.entry[team], plan.counts_by_position(team, position));
    let public = add_up(roster, &found, &quality, enter, |team| plan.entry[team]);
    let peers = peers(roster, &public);

    let everybody = Everybody::new(&found, &quality);
    let mut weeks = Vec::new();
    for ((team, position), window) in &exact {
        let cell = (*team, *position);
        let figures = match public.get(&cell) {
            Some(window) => figures(end, &Figures::of(window), peers.get(&cell).copied().unwrap_or_default()),
            None => blank(end, pb::FigureState::Suppressed),
        };
        let evidence = position.is_none().then(|| evidence(scope, roster, &everybody, &exact, *team, end));
        weeks.push(TeamWeek {
            team: roster.teams[*team].id.clone(),
            position: position.map(|p| roster.positions[p].clone()).unwrap_or_default(),
            active_days: window.active_days,
            figures,
            evidence,
        });
    }
    weeks
}

fn plan(roster: &Roster, found: &[PersonWindow]) -> privacy::Plan {
    let parents: Vec<Option<usize>> = roster.teams.iter().map(|t| t.parent).collect();
    let mut members = vec![BTreeMap::new(); parents.len()];
    for person in found {
        *members[person.team].entry(person.position).or_insert(0) += 1;
    }
    privacy::plan(&parents, &members)
}

/// The peers of every published cell: teams with teams, and one position with the same position elsewhere.
fn peers(roster: &Roster, public: &Windows) -> BTreeMap<(usize, Option<usize>), Peers> {
    let above = |team: usize| roster.ancestry(team).skip(1).collect::<BTreeSet<_>>();
    let mut families: BTreeMap<Option<usize>, Vec<Published>> = BTreeMap::new();
    for ((team, position), window) in public {
        let main = position.or_else(|| main_position(public, *team, window));
        let cell = Published { team: *team, position: main, figures: Figures::of(window) };
        families.entry(*position).or_default().push(cell);
    }
    let mut all = BTreeMap::new();
    for (position, cells) in families {
        let found = compare(&cells, above);
        all.extend(cells.iter().zip(found).map(|(cell, peers)| ((cell.team, position), peers)));
    }
    all
}

/// The position that at least half of a team's people hold, as far as it is published.
fn main_position(public: &Windows, team: usize, all: &Window) -> Option<usize> {
    public
        .range((team, Some(0))..=(team, Some(usize::MAX)))
        .find(|(_, window)| window.people * 2 >= all.people)
        .and_then(|((_, position), _)| *position)
}

/// A week without figures.
pub(crate) fn blank(end: i32, state: pb::FigureState) -> pb::TeamWeek {
    let mut week = pb::TeamWeek {
        start_day: from_days(end - 6).to_string(),
        end_day: from_days(end).to_string(),
        ..pb::TeamWeek::default()
    };
    week.set_state(state);
    week
}

fn figures(end: i32, figures: &Figures, peers: Peers) -> pb::TeamWeek {
    let mut measures = figures
        .values
        .iter()
        .zip(peers.values)
        .map(|(value, peers)| Some(pb::Measure { value: *value, peers }));
    let mut next = || measures.next().flatten();
    let steps = (1..).zip(figures.habit).map(|(step, share)| pb::HabitShare { step, share });
    pb::TeamWeek {
        people: i32::try_from(figures.people).unwrap_or(i32::MAX),
        active_rate: next(),
        week_active_rate: next(),
        ever_used: next(),
        breadth: next(),
        frequency: next(),
        stickiness: next(),
        data_errors: next(),
        habit: steps.collect(),
        record_count: i64::try_from(figures.records).unwrap_or(i64::MAX),
        peer_count: i32::try_from(peers.count).unwrap_or(i32::MAX),
        ..blank(end, pb::FigureState::Published)
    }
}

fn evidence(
    scope: &Scope<'_>,
    roster: &Roster,
    everybody: &Everybody,
    exact: &Windows,
    team: usize,
    end: i32,
) -> pb::TeamEvidence {
    let facts = everybody.facts(exact, team);
    let days = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    pb::TeamEvidence {
        team: TeamName::new(scope.organization, &roster.teams[team].id).to_string(),
        application: ApplicationName::new(scope.organization, &scope.application.id).to_string(),
        end_day: from_days(end).to_string(),
        people: days(facts.people),
        ever_used_share: facts.ever_used,
        breadth_ratio: facts.breadth_ratio,
        data_error_ratio: facts.error_ratio,
        feed_gap_days: days(facts.feed_gap_days),
        working_days: days(facts.working_days),
    }
}
