//! One application of one organization, a day at a time: counts in, the standing of every team out.
//!
//! What an evaluator says of a day depends on the counts of the [`WARM_DAYS`] days before and on how the teams stood
//! the day before, and on nothing else: neither the order in which counts came nor how often matters. It need not see
//! these counts again every day: it goes on from the columns that it kept of a few days before ([`Past`]), and from
//! those of any other day as well, when late counts restate what came after.

mod counts;
mod crowd;
mod day;
mod names;
mod past;
mod week;

use std::{
    collections::{HashMap, VecDeque},
    sync::Arc,
};

pub use counts::{CellKey, DayCount};
pub use day::{DayResult, NotJudged, PositionDay, TeamDay, UnitDay};
pub use names::Names;
pub use past::{Kept, Past, looks_back};
pub use week::UnitWeek;

use super::{
    feed::{Count, Feed, GroupsOfCell},
    position_problem::PositionStanding,
    rule::{Engine, LEVEL_DAYS},
    standing::{Day, Decisions, Standing},
};

/// Days of counts that must be pushed before the first day that is judged: what the engine remembers (84), what the
/// weights of its oldest day look back on (28), and what tells void days among those (28).
pub const WARM_DAYS: Day = 140;
/// Days between the end of a week and its publication: late events restate counts for so long.
pub const PUBLISHED_AFTER: Day = 3;

/// How a unit stood the day before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// Its standing.
    pub standing: Standing,
    /// Who was in it.
    pub members: Vec<String>,
    /// Since when it has been these members.
    pub baseline_day: Day,
}

/// What is the same for all days of one run.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// The team above each team.
    pub parents: HashMap<String, String>,
    /// What the owner of each position expects, as a share of 1.
    pub targets: HashMap<String, f64>,
    /// What people decided, by unit.
    pub decisions: HashMap<String, Decisions>,
    /// Raise only what the strict rule finds too.
    pub strict: bool,
}

/// The state of one run, in columns by the number of the cell.
#[derive(Debug, Clone, Default)]
pub struct Evaluator {
    surroundings: Surroundings,
    names: Arc<Names>,
    engine: Engine,
    feed: Feed,
    groups: Vec<GroupsOfCell>,
    /// The first day with a count of the cell.
    first_day: Vec<Day>,
    /// People eligible on the last 28 days, oldest first, void days included: they are there all the same.
    people: VecDeque<Vec<u32>>,
    /// Of the last day with anybody: eligible people.
    newest: Vec<u32>,
    /// Those of them that are new.
    newcomers: Vec<u32>,
    /// A bit per day, the last day being the lowest: whether it was void, and somebody was missed.
    void: Vec<u32>,
    /// The first day that was pushed, here or in the run whose columns were put back.
    origin: Day,
    day: Option<Day>,
    units: HashMap<String, Before>,
    position_standings: HashMap<String, PositionStanding>,
    /// Whether a day before was judged, here or in an earlier run.
    judged_before: bool,
}

impl Evaluator {
    /// An evaluator before its first day, with how units and positions stood the day before.
    pub fn new(
        surroundings: Surroundings,
        units: HashMap<String, Before>,
        position_standings: HashMap<String, PositionStanding>,
    ) -> Self {
        let judged_before = !units.is_empty();
        Self { surroundings, units, position_standings, judged_before, ..Self::default() }
    }

    /// The same, with cells that have numbers already.
    #[must_use]
    pub fn with_names(self, names: Arc<Names>) -> Self {
        Self { names, ..self }
    }

    /// The last day pushed.
    pub fn day(&self) -> Option<Day> {
        self.day
    }

    /// Takes the counts of the next day without judging it. Days without counts must be pushed too.
    pub fn push(&mut self, day: Day, counts: &[(CellKey, DayCount)]) {
        let names = Arc::make_mut(&mut self.names);
        let counts: Vec<(u32, DayCount)> =
            counts.iter().map(|(key, count)| (names.number(key), *count)).collect();
        self.push_numbered(day, counts);
    }

    /// The same, by the numbers of the cells; a cell without a name is left out.
    pub fn push_numbered(&mut self, day: Day, counts: impl IntoIterator<Item = (u32, DayCount)>) {
        if self.day.is_none() {
            self.origin = day;
        }
        self.grow();
        let cells = self.groups.len();
        let mut people = self.oldest_column(cells);
        let mut plain = vec![Count::default(); cells];
        for (cell, count) in counts {
            let cell = cell as usize;
            let Some(plain) = plain.get_mut(cell) else { continue };
            *plain = Count { eligible: count.eligible, active: count.active.min(count.eligible) };
            people[cell] = count.eligible;
            self.first_day[cell] = self.first_day[cell].min(day);
            if count.eligible > 0 {
                (self.newest[cell], self.newcomers[cell]) = (count.eligible, count.new_members);
            }
        }
        self.people.push_back(people);
        let void = self.feed.push(&self.groups, &plain);
        let column = |of: fn(&Count) -> u32| -> Vec<u32> {
            plain.iter().zip(&void).map(|(c, &void)| if void { 0 } else { of(c) }).collect()
        };
        self.engine.push(&column(|c| c.active), &column(|c| c.eligible));
        // Only days with somebody expected can be missed.
        for ((bits, &void), count) in self.void.iter_mut().zip(&void).zip(&plain) {
            *bits = (*bits << 1) | u32::from(void && count.eligible > 0);
        }
        self.day = Some(day);
    }

    /// Makes room for cells that got a number since.
    fn grow(&mut self) {
        let cells = self.names.len();
        for cell in self.groups.len()..cells {
            let number = self.engine.add(self.names.kind(cell));
            self.groups.push(self.engine.groups_of(number));
        }
        self.first_day.resize(cells, Day::MAX);
        self.newest.resize(cells, 0);
        self.newcomers.resize(cells, 0);
        self.void.resize(cells, 0);
        for people in &mut self.people {
            people.resize(cells, 0);
        }
    }

    /// Room for the people of a day, that of the day which is forgotten if there is one.
    fn oldest_column(&mut self, cells: usize) -> Vec<u32> {
        let oldest = if self.people.len() >= LEVEL_DAYS { self.people.pop_front() } else { None };
        let mut column = oldest.unwrap_or_default();
        column.clear();
        column.resize(cells, 0);
        column
    }

    /// People eligible in some cells together on each of the last 28 days, the newest first.
    fn people(&self, cells: &[u32]) -> impl Iterator<Item = u32> {
        self.people.iter().rev().map(|day| cells.iter().map(|&cell| day[cell as usize]).sum())
    }
}

#[cfg(test)]
mod resumed_tests;
#[cfg(test)]
mod tests;
