//! Judging one day.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    ops::Range,
};

use kit::privacy::FLOOR;

use super::{Before, Evaluator, crowd::Crowd};
use crate::domain::{
    position_problem::PositionStanding,
    rule::{Basis, FIRST_DAYS, History, Judgement, LEVEL_DAYS, Units, benjamini_hochberg, posterior::Sums},
    standing::{self, Day, Decisions, State},
    units::{self, Candidate, Group, Grouping},
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
    /// Its cells among those of all drafts.
    cells: Range<usize>,
    /// The cell that stands for it.
    main: usize,
    baseline_day: Day,
    history: History,
    /// Whether nobody of it has anybody to be compared with.
    alone: bool,
}

/// Every unit of a day, and the cells that they are made of.
#[derive(Default)]
struct Drafts {
    units: Vec<Draft>,
    cells: Vec<u32>,
    too_small: Vec<TeamDay>,
}

impl Evaluator {
    /// Judges the last day pushed, and remembers how everybody stands for the next.
    pub fn judge(&mut self) -> DayResult {
        let Some(day) = self.day else { return DayResult::default() };
        let crowd = Crowd::of(self);
        let positions = self.judge_positions(&crowd);
        let Drafts { units: mut drafts, cells, too_small } = self.drafts(day, &crowd);
        let mut asked = Units::default();
        for draft in &mut drafts {
            let own = cells[draft.cells.clone()].iter().map(|&cell| cell as usize);
            asked.add(own.filter_map(|cell| Some((cell, self.basis(&crowd, cell)?))), draft.history);
            draft.alone = asked.is_alone(asked.len() - 1);
        }
        let judged = self.engine.judge(&asked);
        let certainties: Vec<(f64, f64)> = judged.iter().map(|j| (j.p_low, j.p_decline)).collect();
        let strict = benjamini_hochberg(&certainties);
        let problems: BTreeSet<&str> =
            positions.iter().filter(|p| p.standing.is_problem()).map(|p| p.position.as_str()).collect();
        let units: Vec<UnitDay> = drafts
            .into_iter()
            .zip(judged.into_iter().zip(strict))
            .map(|(draft, (judgement, strict))| {
                let own = &cells[draft.cells.clone()];
                let peers = self.peers(&crowd, draft.main);
                self.unit_day(day, draft, own, peers, judgement, strict, &problems)
            })
            .collect();
        self.remember(&units);
        self.position_standings = positions.iter().map(|p| (p.position.clone(), p.standing)).collect();
        self.judged_before = true;
        DayResult { units, positions, too_small }
    }

    /// How everybody stands, for the next day.
    fn remember(&mut self, units: &[UnitDay]) {
        for unit in units {
            match self.units.get_mut(&unit.group.id) {
                Some(before) => before.clone_from(&unit.before),
                None => {
                    self.units.insert(unit.group.id.clone(), unit.before.clone());
                }
            }
        }
        if self.units.len() > units.len() {
            let present: HashSet<&str> = units.iter().map(|u| u.group.id.as_str()).collect();
            self.units.retain(|id, _| present.contains(id.as_str()));
        }
    }

    fn judge_positions(&self, crowd: &Crowd) -> Vec<PositionDay> {
        let mut cells: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut of_group: Vec<Vec<usize>> = Vec::new();
        for (cell, [position, _]) in self.groups.iter().enumerate().filter(|(c, _)| crowd.is_alive(*c)) {
            let position = *position as usize;
            if of_group.len() <= position {
                of_group.resize(position + 1, Vec::new());
            }
            of_group[position].push(cell);
        }
        for own in of_group.into_iter().filter(|own| !own.is_empty()) {
            cells.insert(&self.names.key(own[0]).position, own);
        }
        let mut units = Units::default();
        for own in cells.values() {
            units.add(own.iter().map(|&cell| (cell, Basis::Position)), History::default());
        }
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

    fn drafts(&self, day: Day, crowd: &Crowd) -> Drafts {
        let layout = self.names.layout();
        let mut drafts = Drafts::default();
        let mut large = Vec::new();
        let mut small = Vec::new();
        for team in 0..layout.len() {
            match self.peak(crowd, team) {
                0 => {}
                FLOOR.. => large.push(team),
                _ => small.push(team),
            }
        }
        let (grouping, candidates) = self.group_small(crowd, &small);
        let taken: HashSet<&str> = candidates.keys().map(String::as_str).collect();
        for team in large {
            let id = layout.team(team);
            if !taken.contains(id) {
                let members = vec![id.to_owned()];
                let group = Group {
                    id: id.to_owned(),
                    anchor: id.to_owned(),
                    members,
                    people: self.peak(crowd, team),
                };
                self.draft(day, crowd, &mut drafts, group, layout.cells(team));
            }
        }
        let merged = !grouping.groups.is_empty();
        for group in grouping.groups {
            let cells: Vec<usize> =
                group.members.iter().filter_map(|m| layout.find(m)).flat_map(|t| layout.cells(t)).collect();
            self.draft(day, crowd, &mut drafts, group, cells.into_iter());
        }
        if merged {
            drafts.units.sort_by(|a, b| a.group.id.cmp(&b.group.id));
        }
        let too_small = grouping.too_small.into_iter();
        drafts.too_small =
            too_small.map(|team| TeamDay { position: candidates[&team].position.clone(), team }).collect();
        drafts
    }

    /// Who is judged with small teams: these, and the teams above them that may take them in.
    fn group_small(&self, crowd: &Crowd, small: &[usize]) -> (Grouping, BTreeMap<String, Candidate>) {
        let layout = self.names.layout();
        let mut candidates = BTreeMap::new();
        for &team in small {
            candidates.insert(layout.team(team).to_owned(), self.candidate(crowd, team));
            let mut at = layout.team(team);
            for _ in 0..units::MOST_ANCESTORS {
                let Some(above) = self.surroundings.parents.get(at) else { break };
                if let Some(team) = layout.find(above).filter(|&t| self.peak(crowd, t) >= FLOOR) {
                    candidates.entry(above.clone()).or_insert_with(|| self.candidate(crowd, team));
                }
                at = above;
            }
        }
        (units::form(&candidates, |team| self.surroundings.parents.get(team).cloned()), candidates)
    }

    fn candidate(&self, crowd: &Crowd, team: usize) -> Candidate {
        let cells = self.alive(crowd, team);
        let main = self.main(crowd, &cells);
        Candidate { people: self.people(&cells).collect(), position: self.names.key(main).position.clone() }
    }

    #[expect(clippy::cast_possible_truncation, reason = "numbers of cells come from u32")]
    fn alive(&self, crowd: &Crowd, team: usize) -> Vec<u32> {
        let cells = self.names.layout().cells(team);
        cells.filter(|&cell| cell < self.groups.len() && crowd.is_alive(cell)).map(|c| c as u32).collect()
    }

    /// The most people that a team had on one day.
    fn peak(&self, crowd: &Crowd, team: usize) -> u32 {
        let mut cells = self.names.layout().cells(team).filter(|&cell| crowd.is_alive(cell));
        match (cells.next(), cells.next()) {
            (None, _) => 0,
            (Some(cell), None) => crowd.peak(cell),
            (Some(_), Some(_)) => self.people(&self.alive(crowd, team)).max().unwrap_or(0),
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "numbers of cells come from u32")]
    fn draft(
        &self,
        day: Day,
        crowd: &Crowd,
        drafts: &mut Drafts,
        group: Group,
        cells: impl Iterator<Item = usize>,
    ) {
        let start = drafts.cells.len();
        drafts.cells.extend(cells.filter(|&cell| crowd.is_alive(cell)).map(|cell| cell as u32));
        let own = &drafts.cells[start..];
        let first_day = self.first_day(own).unwrap_or(day).min(day);
        let baseline_day = match self.units.get(&group.id) {
            Some(before) if before.members == group.members => before.baseline_day,
            // Split or merged since yesterday: there is no own earlier level of the same people.
            Some(_) => day,
            None if self.judged_before => day,
            None => first_day,
        };
        let (eligible, new) = self.newest(own);
        let span = |since: Day| usize::try_from(day.saturating_sub(since)).unwrap_or(0) + 1;
        let history = History {
            days: span(first_day),
            baseline: span(baseline_day.max(first_day)),
            decline: new * 2 < eligible,
        };
        let main = self.main(crowd, own);
        let cells = start..drafts.cells.len();
        drafts.units.push(Draft { group, cells, main, baseline_day, history, alone: false });
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "what a unit is, what is known of it, and what the rule said"
    )]
    #[expect(clippy::cast_precision_loss, reason = "counts of people")]
    fn unit_day(
        &self,
        day: Day,
        draft: Draft,
        cells: &[u32],
        peers: u32,
        judgement: Judgement,
        strict: bool,
        problems: &BTreeSet<&str>,
    ) -> UnitDay {
        let Draft { group, main, baseline_day, history, alone, .. } = draft;
        let position = self.names.key(main).position.clone();
        let not_judged = if problems.contains(position.as_str()) {
            Some(NotJudged::PositionProblem)
        } else if alone {
            Some(NotJudged::PositionTooSmall)
        } else if history.days < FIRST_DAYS {
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
        let (eligible, new) = self.newest(cells);
        UnitDay {
            raised: standing.state == State::Flagged && yesterday.state != State::Flagged,
            before: Before { standing, members: group.members.clone(), baseline_day },
            turnover: (eligible > 0).then(|| new as f64 / eligible as f64),
            void_days: self.void_days(cells, LEVEL_DAYS, 0),
            positions: self.positions(cells),
            group,
            position,
            judgement,
            strict,
            peers,
            not_judged,
        }
    }

    /// The positions of some cells, each once, in order.
    fn positions(&self, cells: &[u32]) -> Vec<String> {
        let mut all: Vec<&str> =
            cells.iter().map(|&c| self.names.key(c as usize).position.as_str()).collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().map(str::to_owned).collect()
    }
}
