//! One application of one organization, a day at a time: counts in, the standing of every team out.
//!
//! What an evaluator says of a day depends on the counts of the [`WARM_DAYS`] days before and on how the teams stood
//! the day before, and on nothing else: neither the order in which counts came nor how often matters.

mod counts;
mod day;
mod week;

use std::collections::{BTreeMap, HashMap, VecDeque};

pub use counts::{CellKey, DayCount};
pub use day::{DayResult, NotJudged, PositionDay, TeamDay, UnitDay};
pub use week::UnitWeek;

use super::{
    feed::{Count, Feed},
    position_problem::PositionStanding,
    rule::{Cell, Engine, LEVEL_DAYS},
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

/// The state of one run.
#[derive(Debug, Clone, Default)]
pub struct Evaluator {
    surroundings: Surroundings,
    engine: Engine,
    feed: Feed,
    cells: Vec<CellState>,
    numbers: BTreeMap<CellKey, usize>,
    positions: BTreeMap<String, u32>,
    sites: BTreeMap<String, u32>,
    /// Which cells were void on the last days, newest last.
    void: VecDeque<Vec<bool>>,
    day: Option<Day>,
    units: HashMap<String, Before>,
    position_standings: HashMap<String, PositionStanding>,
    /// Whether a day before was judged, here or in an earlier run.
    judged_before: bool,
}

#[derive(Debug, Clone)]
struct CellState {
    key: CellKey,
    cell: Cell,
    first_day: Day,
    /// People eligible on the last 28 days, oldest first, void days included: they are there all the same.
    people: VecDeque<u32>,
    /// Of the last day with anybody: eligible people, and those of them that are new.
    newest: (u32, u32),
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

    /// The last day pushed.
    pub fn day(&self) -> Option<Day> {
        self.day
    }

    /// Takes the counts of the next day without judging it. Days without counts must be pushed too.
    pub fn push(&mut self, day: Day, counts: &[(CellKey, DayCount)]) {
        for (key, _) in counts {
            self.number(key, day);
        }
        let mut today = vec![DayCount::default(); self.cells.len()];
        for (key, count) in counts {
            if let Some(&number) = self.numbers.get(key) {
                today[number] = *count;
            }
        }
        for (state, count) in self.cells.iter_mut().zip(&today) {
            state.people.push_back(count.eligible);
            if state.people.len() > LEVEL_DAYS {
                state.people.pop_front();
            }
            if count.eligible > 0 {
                state.newest = (count.eligible, count.new_members);
                state.first_day = state.first_day.min(day);
            }
        }
        let cells: Vec<Cell> = self.cells.iter().map(|c| c.cell).collect();
        let plain: Vec<Count> =
            today.iter().map(|c| Count { eligible: c.eligible, active: c.active.min(c.eligible) }).collect();
        let void = self.feed.push(&cells, &plain);
        let column = |of: fn(&Count) -> u32| -> Vec<u32> {
            plain.iter().zip(&void).map(|(c, &void)| if void { 0 } else { of(c) }).collect()
        };
        self.engine.push(&column(|c| c.active), &column(|c| c.eligible));
        // Only days with somebody expected can be missed.
        self.void.push_back(void.iter().zip(&plain).map(|(&v, c)| v && c.eligible > 0).collect());
        if self.void.len() > LEVEL_DAYS {
            self.void.pop_front();
        }
        self.day = Some(day);
    }

    fn number(&mut self, key: &CellKey, day: Day) {
        if self.numbers.contains_key(key) {
            return;
        }
        let cell = Cell {
            position: counts::number(&mut self.positions, &key.position),
            site: counts::number(&mut self.sites, &key.site),
        };
        let number = self.engine.add(cell);
        self.numbers.insert(key.clone(), number);
        self.cells.push(CellState {
            key: key.clone(),
            cell,
            first_day: day,
            people: VecDeque::new(),
            newest: (0, 0),
        });
    }

    fn people(&self, cells: &[usize]) -> Vec<u32> {
        (0..LEVEL_DAYS)
            .map(|back| {
                cells
                    .iter()
                    .filter_map(|&c| {
                        let people = &self.cells[c].people;
                        people.get(people.len().checked_sub(back + 1)?)
                    })
                    .sum()
            })
            .collect()
    }

    /// Whether a cell had anybody in the last 28 days.
    fn is_alive(&self, cell: usize) -> bool {
        self.cells[cell].people.iter().any(|&p| p > 0)
    }
}

#[cfg(test)]
mod tests;
