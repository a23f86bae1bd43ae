//! What an evaluation does to the flags of an application: raises, keeps up to date, clears, and takes back what late
//! counts no longer support. Evaluating the same days again changes nothing.

use std::collections::{HashMap, HashSet};

use super::{
    evaluator::UnitDay,
    flag::{Figures, Finding, Flag, Kind, Status, Told, Verdict},
    standing::{Day, State},
};

/// The flags of an application on their way through some days.
#[derive(Debug)]
pub struct Ledger {
    application: String,
    flags: Vec<Flag>,
    /// The flag of each unit that is FLAGGED.
    linked: HashMap<String, usize>,
    changed: HashSet<usize>,
    lines: Vec<(usize, Told)>,
}

/// A flag that changed, with what happened to it, in order.
#[derive(Debug)]
pub struct Entry {
    /// The flag.
    pub flag: Flag,
    /// Lines for its history.
    pub lines: Vec<Told>,
}

impl Ledger {
    /// The flags that are open or end on or after the first day, and the units that were FLAGGED the day before it.
    pub fn new(application: &str, flags: Vec<Flag>, flagged_before: &[String], first: Day) -> Self {
        let mut ledger = Self {
            application: application.to_owned(),
            flags,
            linked: HashMap::new(),
            changed: HashSet::new(),
            lines: Vec::new(),
        };
        for unit in flagged_before {
            if let Some(number) = ledger.find(unit, first - 1) {
                ledger.linked.insert(unit.clone(), number);
            }
        }
        ledger
    }

    /// Takes a day. `id` makes ids for new flags, `now` is the instant in microseconds.
    pub fn day(&mut self, day: Day, units: &[UnitDay], now: i64, mut id: impl FnMut() -> String) {
        for unit in units {
            if unit.before.standing.state == State::Flagged {
                let linked = self.linked.get(&unit.group.id).copied();
                let number = linked
                    .or_else(|| self.find(&unit.group.id, day))
                    .unwrap_or_else(|| self.raise(day, unit, now, id()));
                self.linked.insert(unit.group.id.clone(), number);
                self.update(number, unit);
            } else if let Some(number) = self.linked.remove(&unit.group.id) {
                self.close(number, day, Kind::Cleared);
            }
        }
        let present: HashSet<&str> = units.iter().map(|u| u.group.id.as_str()).collect();
        let gone: Vec<String> =
            self.linked.keys().filter(|u| !present.contains(u.as_str())).cloned().collect();
        for unit in gone {
            if let Some(number) = self.linked.remove(&unit) {
                self.close(number, day, Kind::Withdrawn);
            }
        }
    }

    /// Ends with the last day that has counts: what is open without being supported is taken back, and what was closed
    /// by an earlier evaluation though it still stands is opened again.
    pub fn settle(&mut self, day: Day) {
        let supported: HashSet<usize> = self.linked.values().copied().collect();
        for number in 0..self.flags.len() {
            let flag = &mut self.flags[number];
            if flag.status == Status::Cleared {
                if supported.contains(&number) && flag.verdict != Some(Verdict::Wrong) {
                    let told = flag.reopen();
                    self.changed.insert(number);
                    self.lines.push((number, told));
                }
            } else if !supported.contains(&number) {
                self.close(number, day, Kind::Withdrawn);
            }
        }
    }

    /// Everything that changed.
    pub fn into_changes(self) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut lines = self.lines;
        for (number, flag) in self.flags.into_iter().enumerate() {
            if self.changed.contains(&number) {
                let own = lines.iter().filter(|(n, _)| *n == number).map(|(_, t)| t.clone()).collect();
                lines.retain(|(n, _)| *n != number);
                entries.push(Entry { flag, lines: own });
            }
        }
        entries
    }

    /// The flag that a finding of this day belongs to: the open one that was raised by then, or one whose time this day
    /// was, or an open one that earlier counts raised later.
    fn find(&self, unit: &str, day: Day) -> Option<usize> {
        let first =
            |wanted: &dyn Fn(&Flag) -> bool| self.flags.iter().position(|f| f.unit == unit && wanted(f));
        let is_open = |f: &Flag| f.status != Status::Cleared;
        first(&|f| is_open(f) && f.raised_day <= day)
            .or_else(|| first(&|f| f.raised_day <= day && f.cleared_day.is_some_and(|c| day <= c)))
            .or_else(|| first(&is_open))
    }

    fn raise(&mut self, day: Day, unit: &UnitDay, now: i64, id: String) -> usize {
        self.flags.push(Flag {
            id,
            application: self.application.clone(),
            unit: unit.group.id.clone(),
            anchor: unit.group.anchor.clone(),
            members: unit.group.members.clone(),
            position: unit.position.clone(),
            positions: unit.positions.clone(),
            status: Status::Flagged,
            finding: Finding::Low,
            raised_day: day,
            cleared_day: None,
            figures: Figures::default(),
            proposed: None,
            barrier: None,
            verdict: None,
            rejected_after: None,
            snoozed_until: None,
            facts: Vec::new(),
            facts_time: None,
            announced: false,
            create_time: now,
            version: 1,
        });
        let number = self.flags.len() - 1;
        self.lines.push((number, Told::system(Kind::Raised)));
        number
    }

    fn update(&mut self, number: usize, unit: &UnitDay) {
        let flag = &mut self.flags[number];
        if flag.status == Status::Cleared {
            return;
        }
        let figures = Figures::of(unit);
        flag.finding = Finding::of(figures.low, figures.declining).unwrap_or(flag.finding);
        flag.figures = figures;
        flag.members.clone_from(&unit.group.members);
        flag.position.clone_from(&unit.position);
        flag.positions.clone_from(&unit.positions);
        self.changed.insert(number);
    }

    fn close(&mut self, number: usize, day: Day, kind: Kind) {
        let flag = &mut self.flags[number];
        if flag.status != Status::Cleared {
            let told = flag.clear(day, kind);
            self.changed.insert(number);
            self.lines.push((number, told));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        evaluator::{CellKey, DayCount, Evaluator, Surroundings},
        standing::Decisions,
    };

    const FIRST: Day = 20_514;

    /// Ten teams; the first uses it on `active` of eight people a day.
    fn counts(active: u32) -> Vec<(CellKey, DayCount)> {
        (0..10)
            .map(|t| {
                let key = CellKey { team: format!("t{t}"), position: "sales".into(), site: "hq".into() };
                (key, DayCount { eligible: 8, active: if t == 0 { active } else { 4 }, new_members: 0 })
            })
            .collect()
    }

    /// Evaluates days with the given use of the first team, over flags that are there.
    fn evaluate(flags: Vec<Flag>, decisions: Decisions, use_of_first: &[u32]) -> Vec<Entry> {
        let surroundings = Surroundings {
            decisions: HashMap::from([("t0".to_owned(), decisions)]),
            ..Surroundings::default()
        };
        let mut evaluator = Evaluator::new(surroundings, HashMap::new(), HashMap::new());
        let mut ledger = Ledger::new("crm", flags, &[], FIRST);
        let mut ids = (1..).map(|n: i32| format!("f{n}"));
        let mut last = FIRST;
        for (day, &active) in (FIRST..).zip(use_of_first) {
            evaluator.push(day, &counts(active));
            let result = evaluator.judge();
            ledger.day(day, &result.units, 0, || ids.next().expect("endless"));
            last = day;
        }
        ledger.settle(last);
        ledger.into_changes()
    }

    fn flags(entries: Vec<Entry>) -> Vec<Flag> {
        entries.into_iter().map(|e| e.flag).collect()
    }

    #[test]
    fn a_low_team_gets_one_flag_that_is_cleared_when_it_is_calm() {
        let mut days = vec![1; 30];
        days.extend([5; 60]);
        let entries = evaluate(Vec::new(), Decisions::default(), &days);
        assert_eq!(entries.len(), 1);
        let kinds: Vec<Kind> = entries[0].lines.iter().map(|t| t.kind).collect();
        assert_eq!(kinds, [Kind::Raised, Kind::Cleared]);
    }

    #[test]
    fn evaluating_again_raises_nothing_twice() {
        let open = evaluate(Vec::new(), Decisions::default(), &[1; 30]);
        assert_eq!(open[0].flag.status, Status::Flagged);
        let again = evaluate(flags(open), Decisions::default(), &[1; 30]);
        assert_eq!((again.len(), again[0].lines.len()), (1, 0));
        let mut days = vec![1; 30];
        days.extend([5; 60]);
        let closed = evaluate(Vec::new(), Decisions::default(), &days);
        let again = evaluate(flags(closed), Decisions::default(), &days);
        assert!(again.is_empty(), "{again:?}");
    }

    #[test]
    fn late_counts_take_a_flag_back_or_bring_it_back() {
        let open = evaluate(Vec::new(), Decisions::default(), &[1; 30]);
        let taken_back = evaluate(flags(open), Decisions::default(), &[4; 30]);
        assert_eq!(taken_back[0].lines, [Told::system(Kind::Withdrawn)]);
        let back = evaluate(flags(taken_back), Decisions::default(), &[1; 30]);
        assert_eq!(back.len(), 1);
        assert_eq!((back[0].flag.id.as_str(), back[0].flag.status), ("f1", Status::Flagged));
    }

    #[test]
    fn a_flag_that_earlier_counts_raised_later_stays_with_its_team() {
        let mut open = flags(evaluate(Vec::new(), Decisions::default(), &[1; 30]));
        open[0].raised_day = FIRST + 29;
        // Evaluated again from a day on before which the team is flagged by now.
        let mut ledger = Ledger::new("crm", open, &["t0".to_owned()], FIRST + 25);
        ledger.settle(FIRST + 29);
        assert!(ledger.into_changes().is_empty());
    }

    #[test]
    fn what_a_person_rejected_stays_rejected() {
        let mut open = flags(evaluate(Vec::new(), Decisions::default(), &[1; 30]));
        let after = FIRST + 29;
        open[0].reject(after, super::super::flag::Actor::Hr, "holiday".into()).expect("open");
        let decisions = Decisions { rejected: vec![after], interventions: vec![] };
        let again = evaluate(open, decisions, &[1; 50]);
        assert!(again.is_empty(), "{again:?}");
    }
}
