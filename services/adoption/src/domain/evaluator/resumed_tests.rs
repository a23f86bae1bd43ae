//! Late counts restate a day, and the evaluation goes on from what was kept of the days before: whatever came late, the
//! result is that of evaluating everything from scratch.

use std::collections::BTreeMap;

use proptest::{prelude::*, sample::Index};

use super::*;

/// 2026-03-02, a Monday.
const FIRST: Day = 20_514;
const DAYS: Day = 130;
const TEAMS: u32 = 13;

/// What one team does: people, and how many of ten use it on a day, before and after a day; the day it appears.
#[derive(Debug, Clone)]
struct Habit {
    people: u32,
    before: u32,
    after: u32,
    change: Day,
    appears: Day,
    new_members: u32,
}

fn habit() -> impl Strategy<Value = Habit> {
    (1_u32..12, 0_u32..10, 0_u32..10, 30..DAYS, 0..4_i32, 0..3_u32).prop_map(
        |(people, before, after, change, late, new_members)| Habit {
            people,
            before,
            after,
            change,
            appears: if late == 3 { 70 } else { 0 },
            new_members,
        },
    )
}

fn key(team: u32) -> CellKey {
    CellKey {
        team: format!("t{team}"),
        position: if team.is_multiple_of(3) { "service" } else { "sales" }.into(),
        site: "hq".into(),
    }
}

/// The counts of a day; nobody works on Sundays, and on day 60 nothing arrived.
fn counts(habits: &[Habit], day: Day) -> Vec<(CellKey, DayCount)> {
    let number = day - FIRST;
    (0..TEAMS)
        .zip(habits)
        .filter(|(_, h)| number >= h.appears)
        .map(|(team, h)| {
            let eligible = if number % 7 == 6 { 0 } else { h.people };
            let tenths = if number >= h.change { h.after } else { h.before };
            // Not the same every day.
            let wobble = (number.unsigned_abs() * 7 + team * 3) % 10;
            let active = if number == 60 { 0 } else { (eligible * tenths + wobble) / 10 };
            (key(team), DayCount { eligible, active: active.min(eligible), new_members: h.new_members })
        })
        .collect()
}

fn evaluator() -> Evaluator {
    let mut names = Names::default();
    for team in 0..TEAMS {
        names.number(&key(team));
    }
    let surroundings = Surroundings {
        parents: (0..TEAMS).map(|t| (format!("t{t}"), format!("p{}", t % 2))).collect(),
        targets: HashMap::from([("service".to_owned(), 0.6)]),
        ..Surroundings::default()
    };
    Evaluator::new(surroundings, HashMap::new(), HashMap::new()).with_names(Arc::new(names))
}

/// All days from scratch: what came of each, and what is kept of it.
type Days = BTreeMap<Day, (DayResult, Kept)>;

fn from_scratch(counts: &BTreeMap<Day, Vec<(CellKey, DayCount)>>) -> Days {
    let mut evaluator = evaluator();
    let day = |(&day, counts): (&Day, &Vec<_>)| {
        evaluator.push(day, counts);
        (day, (evaluator.judge(), evaluator.keep()))
    };
    counts.iter().map(day).collect()
}

/// Goes on from `first`, with what was kept of the days before and nothing else.
fn go_on(kept: &Days, counts: &BTreeMap<Day, Vec<(CellKey, DayCount)>>, first: Day, last: Day) -> Days {
    let fresh = evaluator();
    let (before, own) = &kept[&(first - 1)];
    let past = Past {
        last: first - 1,
        origin: own.origin,
        totals: looks_back(first, last)
            .into_iter()
            .filter_map(|day| Some((day, kept.get(&day)?.1.totals.clone())))
            .collect(),
        latest: own.latest.clone(),
        people: (first - 28..first)
            .filter_map(|day| {
                let of_day = counts.get(&day)?.iter();
                let numbered = of_day.filter_map(|(k, c)| Some((fresh.names.find(k)?, c.eligible)));
                Some((day, numbered.collect()))
            })
            .collect(),
    };
    let units = before.units.iter().map(|u| (u.group.id.clone(), u.before.clone())).collect();
    let positions = before.positions.iter().map(|p| (p.position.clone(), p.standing)).collect();
    let mut evaluator =
        Evaluator::resume(fresh.surroundings.clone(), units, positions, fresh.names.clone(), &past)
            .expect("what was kept is read");
    let day = |day: Day| {
        evaluator.push(day, &counts[&day]);
        (day, (evaluator.judge(), evaluator.keep()))
    };
    (first..=last).map(day).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn restated_days_give_what_evaluating_from_scratch_gives(
        habits in prop::collection::vec(habit(), TEAMS as usize),
        restated in prop::collection::vec((1..DAYS, any::<Index>(), 0..10_u32), 1..6),
    ) {
        let mut told: BTreeMap<Day, Vec<(CellKey, DayCount)>> =
            (FIRST..FIRST + DAYS).map(|day| (day, counts(&habits, day))).collect();
        let mut kept = from_scratch(&told);
        for (day, cell, tenths) in restated {
            // A late count, of a team that the day may not have had before.
            let day = FIRST + day;
            let team = key(u32::try_from(cell.index(TEAMS as usize)).unwrap_or(0));
            let of_day = told.get_mut(&day).expect("a day");
            match of_day.iter_mut().find(|(k, _)| *k == team) {
                Some((_, count)) => count.active = count.eligible * tenths / 10,
                None => of_day.push((team, DayCount { eligible: 5, active: tenths / 2, new_members: 0 })),
            }
            let again = go_on(&kept, &told, day, FIRST + DAYS - 1);
            kept.extend(again);
        }
        prop_assert_eq!(kept, from_scratch(&told));
    }

    #[test]
    fn a_day_at_a_time_gives_what_all_days_at_once_give(habits in prop::collection::vec(habit(), TEAMS as usize)) {
        let told: BTreeMap<Day, Vec<(CellKey, DayCount)>> =
            (FIRST..FIRST + DAYS).map(|day| (day, counts(&habits, day))).collect();
        let straight = from_scratch(&told);
        let mut kept: Days = straight.range(..FIRST + 3).map(|(d, k)| (*d, k.clone())).collect();
        for day in FIRST + 3..FIRST + DAYS {
            let next = go_on(&kept, &told, day, day);
            kept.extend(next);
        }
        prop_assert_eq!(kept, straight);
    }
}

#[test]
fn what_was_kept_by_another_layout_is_not_read() {
    let past = Past { latest: vec![0; 9], ..Past::default() };
    let fresh = evaluator();
    let names = fresh.names.clone();
    assert!(Evaluator::resume(fresh.surroundings, HashMap::new(), HashMap::new(), names, &past).is_none());
}
