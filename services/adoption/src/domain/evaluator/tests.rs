//! An evaluator as the job uses it.

use proptest::prelude::*;

use super::*;
use crate::domain::standing::State;

/// 2026-03-02, a Monday.
const FIRST: Day = 20_514;

fn key(team: &str, position: &str) -> CellKey {
    CellKey { team: team.into(), position: position.into(), site: "hq".into() }
}

/// `teams` teams of eight people who use it every second day; team 0 hardly does.
fn day(teams: usize) -> Vec<(CellKey, DayCount)> {
    (0..teams)
        .map(|t| {
            let active = if t == 0 { 1 } else { 4 };
            (key(&format!("t{t}"), "sales"), DayCount { eligible: 8, active, new_members: 0 })
        })
        .collect()
}

fn run(evaluator: &mut Evaluator, days: std::ops::Range<Day>, teams: usize) -> DayResult {
    let mut last = DayResult::default();
    for d in days {
        evaluator.push(d, &day(teams));
        last = evaluator.judge();
    }
    last
}

fn unit<'a>(result: &'a DayResult, id: &str) -> &'a UnitDay {
    result.units.iter().find(|u| u.group.id == id).expect("the unit")
}

#[test]
fn a_low_team_is_flagged_and_its_peers_are_not() {
    let mut evaluator = Evaluator::default();
    let result = run(&mut evaluator, FIRST..FIRST + 28, 8);
    assert_eq!(unit(&result, "t0").before.standing.state, State::Flagged);
    assert_eq!(unit(&result, "t0").peers, 7);
    assert!(result.units.iter().skip(1).all(|u| u.before.standing.state == State::Cleared));
}

#[test]
fn a_run_that_starts_later_says_the_same() {
    let mut straight = Evaluator::default();
    let result = run(&mut straight, FIRST..FIRST + 200, 8);
    let mut first = Evaluator::default();
    run(&mut first, FIRST..FIRST + 190, 8);
    let mut later =
        Evaluator::new(Surroundings::default(), first.units.clone(), first.position_standings.clone());
    for d in FIRST + 190 - WARM_DAYS..FIRST + 190 {
        later.push(d, &day(8));
    }
    assert_eq!(run(&mut later, FIRST + 190..FIRST + 200, 8), result);
}

#[test]
fn too_few_teams_of_a_position_cannot_be_judged() {
    let mut evaluator = Evaluator::default();
    let result = run(&mut evaluator, FIRST..FIRST + 28, 4);
    assert!(result.units.iter().all(|u| u.not_judged == Some(NotJudged::PositionTooSmall)));
}

#[test]
fn a_position_far_below_its_target_is_a_problem_and_flags_no_team() {
    let targets = HashMap::from([("sales".to_owned(), 0.95)]);
    let surroundings = Surroundings { targets, ..Surroundings::default() };
    let mut evaluator = Evaluator::new(surroundings, HashMap::new(), HashMap::new());
    let result = run(&mut evaluator, FIRST..FIRST + 40, 8);
    assert!(result.positions[0].standing.is_problem());
    assert_eq!(unit(&result, "t0").not_judged, Some(NotJudged::PositionProblem));
    assert_eq!(unit(&result, "t0").before.standing.state, State::Watch);
}

#[test]
fn half_of_the_members_new_means_no_decline_rule() {
    let stops = |new_members: u32| {
        let mut evaluator = Evaluator::default();
        run(&mut evaluator, FIRST..FIRST + 60, 8);
        let mut last = DayResult::default();
        for d in FIRST + 60..FIRST + 81 {
            let mut counts = day(8);
            counts[1].1 = DayCount { eligible: 8, active: 1, new_members };
            evaluator.push(d, &counts);
            last = evaluator.judge();
        }
        unit(&last, "t1").judgement
    };
    assert!(stops(0).p_decline > 0.9);
    assert!(stops(4).p_decline <= 0.0);
}

#[test]
fn turnover_is_the_share_of_new_members() {
    let mut evaluator = Evaluator::default();
    run(&mut evaluator, FIRST..FIRST + 60, 8);
    let mut counts = day(8);
    counts[1].1 = DayCount { eligible: 8, active: 4, new_members: 3 };
    evaluator.push(FIRST + 60, &counts);
    let result = evaluator.judge();
    assert_eq!(unit(&result, "t1").turnover, Some(0.375));
    assert_eq!(unit(&result, "t2").turnover, Some(0.0));
}

#[test]
fn a_merged_team_gets_a_new_baseline() {
    let mut evaluator = Evaluator::default();
    evaluator.surroundings.parents = HashMap::from([("small".to_owned(), "t1".to_owned())]);
    run(&mut evaluator, FIRST..FIRST + 60, 8);
    let mut counts = day(8);
    counts.push((key("small", "sales"), DayCount { eligible: 2, active: 1, new_members: 0 }));
    evaluator.push(FIRST + 60, &counts);
    let result = evaluator.judge();
    assert_eq!(unit(&result, "t1").group.members, ["small", "t1"]);
    assert_eq!(unit(&result, "t1").before.baseline_day, FIRST + 60);
    assert_eq!(unit(&result, "t2").before.baseline_day, FIRST);
}

#[test]
fn a_day_without_the_feed_is_void_and_flags_nobody() {
    let mut evaluator = Evaluator::default();
    run(&mut evaluator, FIRST..FIRST + 30, 8);
    let gap: Vec<_> = day(8).into_iter().map(|(k, c)| (k, DayCount { active: 0, ..c })).collect();
    evaluator.push(FIRST + 30, &gap);
    let result = evaluator.judge();
    assert_eq!(unit(&result, "t3").void_days, 1);
    assert!((unit(&result, "t3").judgement.window.eligible - 27.0 * 8.0).abs() < 1e-9);
}

#[test]
fn a_week_is_published_once_rounded_and_not_below_five_people() {
    let mut evaluator = Evaluator::default();
    let mut weeks = Vec::new();
    for d in FIRST..FIRST + 20 {
        let mut counts = day(8);
        counts[2].1 = DayCount { eligible: 4, active: 4, new_members: 0 };
        evaluator.push(d, &counts);
        let result = evaluator.judge();
        weeks.extend(evaluator.weeks(&result.units));
    }
    let of = |unit: &str| weeks.iter().filter(|w| w.unit == unit).collect::<Vec<_>>();
    assert_eq!(of("t1").len(), 2);
    assert_eq!((of("t1")[0].monday, of("t1")[0].rate, of("t0")[0].rate), (FIRST, Some(50), Some(15)));
    assert!(of("t2").is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn the_order_of_the_cells_of_a_day_changes_nothing(seed in any::<u64>()) {
        let mut straight = Evaluator::default();
        let expected = run(&mut straight, FIRST..FIRST + 30, 12);
        let mut shuffled = Evaluator::default();
        let mut last = DayResult::default();
        for d in FIRST..FIRST + 30 {
            let mut counts = day(12);
            counts.sort_by_key(|(k, _)| k.team.bytes().fold(seed ^ u64::from(d.unsigned_abs()), |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)));
            shuffled.push(d, &counts);
            last = shuffled.judge();
        }
        prop_assert_eq!(last, expected);
    }
}
