//! Sums about a frozen roster, for goals of teams: use by days, features by person and week, records with errors; each
//! beside what comparable people did.
//!
//! What is to be expected on a day is what the people of the same position and site who are not on the roster did on that day,
//! as step 1 of rule R has it: position and site where ten teams or more have it, else the position where five or more do.
//! Whoever has no such peers is left out of both sides.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kit::privacy::FLOOR;

use super::{
    bits::Bits,
    core_tasks::CoreTasks,
    count::Marks,
    figures::ratio,
    quality::{LEAST_RECORDS, Quality},
    roster::{Member, Roster},
};

/// So many teams make peers within a site, and over all sites.
const SITE_TEAMS: usize = 10;
const POSITION_TEAMS: usize = 5;
/// Working days of a week, for sums that are counted by weeks.
const WEEK_DAYS: u32 = 5;

/// One sum.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct TeamSum {
    /// How often it happened.
    pub happened: f64,
    /// How often it could have.
    pub possible: f64,
    /// How often it would have, by comparable people.
    pub expected: Option<f64>,
    /// Days that count.
    pub days: u32,
}

/// The sums of a roster over some days.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct TeamSums {
    /// People expected to work on one of the days.
    pub people: u32,
    /// Use by days.
    pub usage: TeamSum,
    /// Features by person and week.
    pub breadth: TeamSum,
    /// Records with errors.
    pub errors: TeamSum,
    /// People who were active, summed over weeks.
    pub person_weeks_active: u32,
    /// People who were expected to be.
    pub person_weeks: u32,
}

/// A roster: who was a member of one of the teams on both days.
#[derive(Debug)]
pub struct Frozen {
    teams: BTreeSet<String>,
    on: Vec<bool>,
}

impl Frozen {
    /// Of everybody, those who belong on it.
    pub fn new(roster: &Roster, teams: &[String], days: (i32, i32)) -> Self {
        let teams: BTreeSet<String> = teams.iter().cloned().collect();
        let inside: Vec<bool> = roster.teams.iter().map(|t| teams.contains(&t.id)).collect();
        let member = |m: &Member, day| roster.cell_on(m, day).is_some_and(|c| inside[roster.cells[c].team]);
        let on = roster.people.iter().map(|m| member(m, days.0) && member(m, days.1)).collect();
        Self { teams, on }
    }
}

/// What there is to sum up. Features are those of each week, reports those of each day.
pub struct Facts<'a> {
    /// The directory over the days.
    pub roster: &'a Roster,
    /// What positions must use.
    pub core: &'a CoreTasks,
    /// Who was active.
    pub marks: &'a Marks,
    /// Of each week, how many features a person used.
    pub features: &'a [BTreeMap<u32, u32>],
    /// How many features there are.
    pub feature_count: u32,
    /// Reports of data quality: whose, or of which team.
    pub reports: &'a [(i32, Option<u32>, String, Quality)],
}

/// The sums over the roster's days; `None` for fewer than five people.
pub fn sums(facts: &Facts<'_>, frozen: &Frozen) -> Option<TeamSums> {
    let people = expected_people(facts);
    let count = people.iter().filter(|p| frozen.on[p.index]).count();
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    if count < FLOOR {
        return None;
    }
    let peers = Peers::new(&people, frozen);
    let (person_weeks_active, person_weeks) = weeks(&people, frozen);
    Some(TeamSums {
        people: count,
        usage: usage(facts, &people, frozen, &peers),
        breadth: breadth(facts, &people, frozen, &peers),
        errors: errors(facts, &people, frozen),
        person_weeks_active,
        person_weeks,
    })
}

/// Somebody who was expected on at least one of the days: on which, with the cell of each, and on which active.
struct Expected {
    index: usize,
    ordinal: Option<u32>,
    team: usize,
    position: usize,
    place: usize,
    days: Vec<(usize, bool)>,
}

fn expected_people(facts: &Facts<'_>) -> Vec<Expected> {
    let roster = facts.roster;
    let counted: Vec<bool> = roster.positions.iter().map(|p| facts.core.of(p).is_some()).collect();
    let marks: Vec<Option<&Bits>> = (roster.first..=roster.last).map(|d| facts.marks.get(&d)).collect();
    let of = |(index, member): (usize, &Member)| {
        let mut cell = None;
        let mut days = Vec::new();
        for (i, day) in (roster.first..=roster.last).enumerate() {
            let Some(here) = roster.eligible_on(member, day) else { continue };
            if !counted[roster.cells[here].position] {
                continue;
            }
            cell = Some(roster.cells[here]);
            let active = member.ordinal.is_some_and(|o| marks[i].is_some_and(|b| b.has(o)));
            days.push((i, active));
        }
        let cell = cell?;
        Some(Expected {
            index,
            ordinal: member.ordinal,
            team: cell.team,
            position: cell.position,
            place: cell.place,
            days,
        })
    };
    roster.people.iter().enumerate().filter_map(of).collect()
}

/// Whom to compare with.
struct Peers {
    sites: HashMap<(usize, usize), BTreeSet<usize>>,
    positions: HashMap<usize, BTreeSet<usize>>,
}

/// The group that somebody is compared with: a position at a place, or everywhere.
type Group = (usize, Option<usize>);

impl Peers {
    fn new(people: &[Expected], frozen: &Frozen) -> Self {
        let mut peers = Self { sites: HashMap::new(), positions: HashMap::new() };
        for person in people.iter().filter(|p| !frozen.on[p.index]) {
            peers.sites.entry((person.position, person.place)).or_default().insert(person.team);
            peers.positions.entry(person.position).or_default().insert(person.team);
        }
        peers
    }

    fn group(&self, person: &Expected) -> Option<Group> {
        let count = |teams: Option<&BTreeSet<usize>>| teams.map_or(0, BTreeSet::len);
        if count(self.sites.get(&(person.position, person.place))) >= SITE_TEAMS {
            return Some((person.position, Some(person.place)));
        }
        (count(self.positions.get(&person.position)) >= POSITION_TEAMS).then_some((person.position, None))
    }
}

fn usage(facts: &Facts<'_>, people: &[Expected], frozen: &Frozen, peers: &Peers) -> TeamSum {
    let days = usize::try_from(facts.roster.last - facts.roster.first + 1).unwrap_or(0);
    let mut others: HashMap<Group, Vec<(f64, f64)>> = HashMap::new();
    let mut own: HashMap<Group, Vec<(f64, f64)>> = HashMap::new();
    let add = |sums: &mut HashMap<Group, Vec<(f64, f64)>>, group: Group, person: &Expected| {
        let sums = sums.entry(group).or_insert_with(|| vec![(0.0, 0.0); days]);
        for (day, active) in &person.days {
            sums[*day].0 += 1.0;
            sums[*day].1 += f64::from(u8::from(*active));
        }
    };
    for person in people {
        if frozen.on[person.index] {
            if let Some(group) = peers.group(person) {
                add(&mut own, group, person);
            }
        } else {
            add(&mut others, (person.position, Some(person.place)), person);
            add(&mut others, (person.position, None), person);
        }
    }
    let mut sum = TeamSum::default();
    let (mut expected, mut counts) = (0.0, vec![false; days]);
    for (group, own) in &own {
        let Some(others) = others.get(group) else { continue };
        for (day, ((n, x), (others_n, others_x))) in own.iter().zip(others).enumerate() {
            let rate = ((others_x + 0.05) / (others_n + 0.2)).clamp(0.0, 0.995);
            sum.happened += x;
            sum.possible += n;
            expected += n * rate;
            counts[day] |= *n > 0.0 && rate > 0.01;
        }
    }
    sum.expected = (sum.possible > 0.0).then_some(expected);
    sum.days = u32::try_from(counts.iter().filter(|c| **c).count()).unwrap_or(0);
    sum
}

/// Of a person, the weeks with a day on which the person was expected, and whether active in it.
fn weeks_of(person: &Expected) -> BTreeMap<usize, bool> {
    let mut weeks = BTreeMap::new();
    for (day, active) in &person.days {
        *weeks.entry(day / 7).or_insert(false) |= *active;
    }
    weeks
}

fn weeks(people: &[Expected], frozen: &Frozen) -> (u32, u32) {
    let mut sum = (0, 0);
    for person in people.iter().filter(|p| frozen.on[p.index]) {
        for active in weeks_of(person).into_values() {
            sum.0 += u32::from(active);
            sum.1 += 1;
        }
    }
    sum
}

fn breadth(facts: &Facts<'_>, people: &[Expected], frozen: &Frozen, peers: &Peers) -> TeamSum {
    let used = |person: &Expected, week: usize| {
        let features = facts.features.get(week)?;
        Some(f64::from(person.ordinal.and_then(|o| features.get(&o)).copied().unwrap_or(0)))
    };
    // Where others of the position are, the site does not matter: features are the same everywhere.
    let mut others: HashMap<(usize, usize), (f64, f64)> = HashMap::new();
    for person in people.iter().filter(|p| !frozen.on[p.index]) {
        for week in weeks_of(person).into_keys() {
            let entry = others.entry((person.position, week)).or_default();
            entry.0 += used(person, week).unwrap_or(0.0);
            entry.1 += 1.0;
        }
    }
    let (mut sum, mut expected, mut counted) = (TeamSum::default(), 0.0, BTreeSet::new());
    for person in people.iter().filter(|p| frozen.on[p.index] && peers.group(p).is_some()) {
        for week in weeks_of(person).into_keys() {
            let Some((features, weeks)) = others.get(&(person.position, week)) else { continue };
            sum.happened += used(person, week).unwrap_or(0.0);
            sum.possible += f64::from(facts.feature_count);
            expected += (features + 0.05) / (weeks + 0.2);
            counted.insert(week);
        }
    }
    sum.expected = (sum.possible > 0.0).then_some(expected);
    sum.days = u32::try_from(counted.len()).unwrap_or(0) * WEEK_DAYS;
    sum
}

fn errors(facts: &Facts<'_>, people: &[Expected], frozen: &Frozen) -> TeamSum {
    let ordinals = facts.roster.people.iter().enumerate().filter_map(|(i, m)| Some((m.ordinal?, i)));
    let index: HashMap<u32, usize> = ordinals.collect();
    let (mut own, mut others, mut days) = (Quality::default(), Quality::default(), BTreeSet::new());
    for (day, subject, team, quality) in facts.reports {
        let is_own = match subject {
            None => Some(frozen.teams.contains(team)),
            // A report of somebody whom the directory does not have is nobody's.
            Some(ordinal) => index.get(ordinal).map(|i| frozen.on[*i]),
        };
        match is_own {
            Some(true) => {
                own.add(*quality);
                days.insert(*day);
            }
            Some(false) => others.add(*quality),
            None => {}
        }
    }
    let working: BTreeSet<usize> =
        people.iter().filter(|p| frozen.on[p.index]).flat_map(|p| p.days.iter().map(|(d, _)| *d)).collect();
    let expected = (others.records() >= LEAST_RECORDS)
        .then(|| ratio(own.records(), 1) * ratio(others.errors(), others.records()));
    TeamSum {
        happened: ratio(own.errors(), 1),
        possible: ratio(own.records(), 1),
        expected,
        days: u32::try_from(days.len().min(working.len())).unwrap_or(0),
    }
}

#[cfg(test)]
mod tests;
