//! Judging one day.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Before, CellState, Evaluator};
use crate::domain::{
    position_problem::PositionStanding,
    rule::{
        Basis, Cell, FIRST_DAYS, History, Judgement, LEVEL_DAYS, Unit, bases, benjamini_hochberg,
        posterior::Sums,
    },
    standing::{self, Day, Decisions, State},
    units::{self, Candidate, Group},
};

/// Why a team cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotJudged {
    /// Fewer than five people, and nothing around them.
    TeamTooSmall,
    /// Nobody to compare with.
    PositionTooSmall,
    /// Its peers hardly use the application either.
    NoExpectedUse,
    /// Its first 14 days.
    TooNew,
    /// Its position as a whole is far below its target.
    PositionProblem,
}

impl NotJudged {
    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TeamTooSmall => "TEAM_TOO_SMALL",
            Self::PositionTooSmall => "POSITION_TOO_SMALL",
            Self::NoExpectedUse => "NO_EXPECTED_USE",
            Self::TooNew => "TOO_NEW",
            Self::PositionProblem => "POSITION_PROBLEM",
        }
    }

    /// The reason of a word.
    pub fn of(word: &str) -> Option<Self> {
        [Self::TeamTooSmall, Self::PositionTooSmall, Self::NoExpectedUse, Self::TooNew, Self::PositionProblem]
            .into_iter()
            .find(|r| r.as_str() == word)
    }
}

/// What is judged together, after a day.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitDay {
    /// Who is judged together.
    pub group: Group,
    /// The position with the most people.
    pub position: String,
    /// Every position in it.
    pub positions: Vec<String>,
    /// What the rule says.
    pub judgement: Judgement,
    /// Whether the strict rule finds it too.
    pub strict: bool,
    /// Teams that its main cell is compared with.
    pub peers: u32,
    /// Share of members new in 56 days; `None` without anybody.
    pub turnover: Option<f64>,
    /// Void days among the last 28.
    pub void_days: u32,
    /// How it stands, and since when it has been these members.
    pub before: Before,
    /// Whether it was FLAGGED today and not yesterday.
    pub raised: bool,
    /// Why it cannot be judged; `None` when it can.
    pub not_judged: Option<NotJudged>,
}

/// A position after a day.
#[derive(Debug, Clone, PartialEq)]
pub struct PositionDay {
    /// The position.
    pub position: String,
    /// The 28 days of everybody in it.
    pub window: Sums,
    /// What its owner expects, as a share of 1.
    pub target: Option<f64>,
    /// How it stands.
    pub standing: PositionStanding,
}

/// A team that has people but is part of no unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamDay {
    /// The team.
    pub team: String,
    /// The position with the most people.
    pub position: String,
}

/// Everything about one day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DayResult {
    /// What was judged, by id.
    pub units: Vec<UnitDay>,
    /// Positions, by id.
    pub positions: Vec<PositionDay>,
    /// Teams that are too small, by id.
    pub too_small: Vec<TeamDay>,
}

/// A unit on its way to being judged.
struct Draft {
    group: Group,
    cells: Vec<usize>,
    position: String,
    positions: Vec<String>,
    baseline_day: Day,
    peers: u32,
    unit: Unit,
}

impl Evaluator {
    /// Judges the last day pushed, and remembers how everybody stands for the next.
    pub fn judge(&mut self) -> DayResult {
        let Some(day) = self.day else { return DayResult::default() };
        let alive: Vec<usize> = (0..self.cells.len()).filter(|&c| self.is_alive(c)).collect();
        let positions = self.judge_positions(&alive);
        let (drafts, too_small) = self.drafts(day, &alive);
        let asked: Vec<Unit> = drafts.iter().map(|d| d.unit.clone()).collect();
        let judged = self.engine.judge(&asked);
        let certainties: Vec<(f64, f64)> = judged.iter().map(|j| (j.p_low, j.p_decline)).collect();
        let strict = benjamini_hochberg(&certainties);
        let problems: BTreeSet<&str> =
            positions.iter().filter(|p| p.standing.is_problem()).map(|p| p.position.as_str()).collect();
        let units: Vec<UnitDay> = drafts
            .into_iter()
            .zip(judged.into_iter().zip(strict))
            .map(|(draft, (judgement, strict))| self.unit_day(day, draft, judgement, strict, &problems))
            .collect();
        self.units = units.iter().map(|u| (u.group.id.clone(), u.before.clone())).collect();
        self.position_standings = positions.iter().map(|p| (p.position.clone(), p.standing)).collect();
        self.judged_before = true;
        DayResult { units, positions, too_small }
    }

    fn judge_positions(&self, alive: &[usize]) -> Vec<PositionDay> {
        let mut cells: BTreeMap<&str, Unit> = BTreeMap::new();
        for &cell in alive {
            let unit = cells.entry(&self.cells[cell].key.position).or_default();
            unit.cells.push((cell, Basis::Position));
        }
        let units: Vec<Unit> = cells.values().cloned().collect();
        let sums = self.engine.sums(&units, LEVEL_DAYS, 0);
        let step = |(position, window): (&str, Sums)| {
            let target = self.surroundings.targets.get(position).copied();
            let before = self.position_standings.get(position).copied().unwrap_or_default();
            PositionDay {
                position: position.to_owned(),
                window,
                target,
                standing: before.step(&window, target),
            }
        };
        cells.into_keys().zip(sums).map(step).collect()
    }

    fn drafts(&self, day: Day, alive: &[usize]) -> (Vec<Draft>, Vec<TeamDay>) {
        let mut by_team: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for &cell in alive {
            by_team.entry(&self.cells[cell].key.team).or_default().push(cell);
        }
        let candidates: BTreeMap<String, Candidate> = by_team
            .iter()
            .map(|(team, cells)| {
                let candidate = Candidate {
                    people: self.people(cells),
                    position: self.main(cells).0.key.position.clone(),
                };
                ((*team).to_owned(), candidate)
            })
            .collect();
        let grouping = units::form(&candidates, |team| self.surroundings.parents.get(team).cloned());
        let kinds: Vec<Cell> = alive.iter().map(|&c| self.cells[c].cell).collect();
        let basis: HashMap<usize, Option<Basis>> = alive.iter().copied().zip(bases(&kinds)).collect();
        let drafts = grouping
            .groups
            .into_iter()
            .map(|group| {
                let cells: Vec<usize> =
                    group.members.iter().filter_map(|m| by_team.get(m.as_str())).flatten().copied().collect();
                self.draft(day, group, cells, &basis, &kinds)
            })
            .collect();
        let too_small = grouping
            .too_small
            .into_iter()
            .map(|team| TeamDay { position: candidates[&team].position.clone(), team })
            .collect();
        (drafts, too_small)
    }

    fn draft(
        &self,
        day: Day,
        group: Group,
        cells: Vec<usize>,
        basis: &HashMap<usize, Option<Basis>>,
        kinds: &[Cell],
    ) -> Draft {
        let first_day = cells.iter().map(|&c| self.cells[c].first_day).min().unwrap_or(day);
        let baseline_day = match self.units.get(&group.id) {
            Some(before) if before.members == group.members => before.baseline_day,
            // Split or merged since yesterday: there is no own earlier level of the same people.
            Some(_) => day,
            None if self.judged_before => day,
            None => first_day,
        };
        let (main, main_cell) = self.main(&cells);
        let like = |kind: &&Cell| match basis.get(&main_cell).copied().flatten() {
            Some(Basis::PositionAndSite) => **kind == main.cell,
            _ => kind.position == main.cell.position,
        };
        let peers = kinds.iter().filter(like).count().saturating_sub(1);
        let (eligible, new) = cells
            .iter()
            .map(|&c| self.cells[c].newest)
            .fold((0_u64, 0_u64), |(e, n), (eligible, new)| (e + u64::from(eligible), n + u64::from(new)));
        let span = |since: Day| usize::try_from(day.saturating_sub(since)).unwrap_or(0) + 1;
        let unit = Unit {
            cells: cells.iter().filter_map(|&c| Some((c, basis.get(&c).copied().flatten()?))).collect(),
            history: History {
                days: span(first_day),
                baseline: span(baseline_day.max(first_day)),
                decline: new * 2 < eligible,
            },
        };
        let positions: BTreeSet<String> = cells.iter().map(|&c| self.cells[c].key.position.clone()).collect();
        Draft {
            position: main.key.position.clone(),
            positions: positions.into_iter().collect(),
            peers: u32::try_from(peers).unwrap_or(u32::MAX),
            group,
            cells,
            baseline_day,
            unit,
        }
    }

    /// The cell of the position with the most days eligible in four weeks; the first by name of equals.
    fn main(&self, cells: &[usize]) -> (&CellState, usize) {
        let mut days: BTreeMap<&str, i64> = BTreeMap::new();
        let eligible = |cell: usize| self.cells[cell].people.iter().map(|&p| i64::from(p)).sum::<i64>();
        for &cell in cells {
            *days.entry(&self.cells[cell].key.position).or_default() += eligible(cell);
        }
        let rank = |&cell: &usize| {
            let state = &self.cells[cell];
            let position = state.key.position.as_str();
            (days[position], std::cmp::Reverse(position), eligible(cell), std::cmp::Reverse(&state.key))
        };
        let best = cells.iter().copied().max_by(|a, b| rank(a).cmp(&rank(b))).unwrap_or(0);
        (&self.cells[best], best)
    }

    fn unit_day(
        &self,
        day: Day,
        draft: Draft,
        judgement: Judgement,
        strict: bool,
        problems: &BTreeSet<&str>,
    ) -> UnitDay {
        let Draft { group, cells, position, positions, baseline_day, peers, unit } = draft;
        let not_judged = if problems.contains(position.as_str()) {
            Some(NotJudged::PositionProblem)
        } else if unit.cells.is_empty() {
            Some(NotJudged::PositionTooSmall)
        } else if unit.history.days < FIRST_DAYS {
            Some(NotJudged::TooNew)
        } else if judgement.window.is_enough() {
            None
        } else {
            Some(NotJudged::NoExpectedUse)
        };
        let strict = strict && judgement.is_found();
        let found = judgement.is_found()
            && (strict || !self.surroundings.strict)
            && not_judged != Some(NotJudged::PositionProblem);
        let nothing = Decisions::default();
        let decisions = self.surroundings.decisions.get(&group.id).unwrap_or(&nothing);
        let yesterday = self.units.get(&group.id).map(|b| b.standing).unwrap_or_default();
        let standing = standing::step(&yesterday, day, found, judgement.certainty(), decisions);
        let (eligible, new) = cells
            .iter()
            .map(|&c| self.cells[c].newest)
            .fold((0_u32, 0_u32), |(e, n), (eligible, new)| (e + eligible, n + new));
        UnitDay {
            raised: standing.state == State::Flagged && yesterday.state != State::Flagged,
            before: Before { standing, members: group.members.clone(), baseline_day },
            turnover: (eligible > 0).then(|| f64::from(new) / f64::from(eligible)),
            void_days: self.void_days(&cells, LEVEL_DAYS, 0),
            group,
            position,
            positions,
            judgement,
            strict,
            peers,
            not_judged,
        }
    }

    /// Days of a window on which one of the cells was void.
    pub(super) fn void_days(&self, cells: &[usize], days: usize, lag: usize) -> u32 {
        let void = |day: &&Vec<bool>| cells.iter().any(|&c| day.get(c).copied().unwrap_or(false));
        u32::try_from(self.void.iter().rev().skip(lag).take(days).filter(void).count()).unwrap_or(u32::MAX)
    }
}
