//! How much a team improved over its own earlier baseline, and whether that is more than chance at its size.
//!
//! Everything is relative to what comparable people did on the same days, so that seasons, holidays and new releases
//! cancel, as in rule R. With `X` what happened, `E` what was to be expected and `N` what was possible over `k` days:
//!
//! ```text
//! l   = ln((X + .5) / (E + .5))                                     the level, 0 = like comparable people
//! s²  = deff(1 − r)/(X + 1.5) + WEEK²·7/k                            how far chance moves it; deff, r as in rule R
//! ref = max(l0, l0·T²/(T² + s0²))                                    the level to beat
//! d   = l1 − ref,   V = s1² + v,   v = s0²·T²/(T² + s0²) or s0²      the improvement, and how far chance moves it
//! ```
//!
//! `ref` is the point. A team that is low on its baseline is low partly by bad luck, and luck does not last: it would come
//! back by itself (regression to the mean). What is to be expected of it without any effort is its baseline shrunk towards
//! its peers, the more the noisier the baseline, that is, the smaller the team. A team above its peers is asked to beat
//! what it showed. The goal is reached when `exp(d) − 1` is the target or more and `Φ(d/√V)` is [`SURE`] or more:
//! the same chance of a prize by luck alone for 6 people and for 600.

use statrs::function::erf::erfc;

use super::sums::Sum;

/// Standard deviation of true levels between teams (log), as in the worlds that rule R was tried on.
const TEAMS: f64 = 0.25;
/// Standard deviation of a team's level from week to week (log), its slow changes included.
const WEEK: f64 = 0.18;
/// Less was to be expected than this: nothing can be told.
const LEAST_EXPECTED: f64 = 6.0;
/// So sure one must be that an improvement is not chance.
pub const SURE: f64 = 0.90;
/// So sure one must be that it got worse, before anybody is held to have cheated or fallen behind.
const SURELY_WORSE: f64 = 0.95;

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More of it.
    More,
    /// Less of it.
    Less,
}

/// Where a team stands against comparable people: the logarithm, and its variance by chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    log: f64,
    variance: f64,
    weight: f64,
}

/// The level of a window; `None` when too little was to be expected, or nobody is comparable.
pub fn level(sum: &Sum) -> Option<Level> {
    let expected = sum.expected.filter(|e| *e >= LEAST_EXPECTED)?;
    if sum.days < 1.0 || sum.possible <= 0.0 {
        return None;
    }
    let clustered = 1.0 + (sum.possible / sum.days - 1.0).max(0.0) * 0.01;
    let rate = (expected / sum.possible).clamp(0.01, 0.98);
    let variance =
        clustered * 1.5 * (1.0 - rate) / (sum.happened + 1.5) + WEEK * WEEK * 7.0 / sum.days.max(1.0);
    Some(Level { log: ((sum.happened + 0.5) / (expected + 0.5)).ln(), variance, weight: expected })
}

/// An improvement on the log scale, and its variance by chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Improvement {
    log: f64,
    variance: f64,
    better: Better,
}

impl Improvement {
    /// Of one team: from a baseline to a window. `None` when either cannot be told.
    pub fn of(baseline: &Sum, now: &Sum, better: Better) -> Option<Self> {
        let (before, after) = (level(baseline)?, level(now)?);
        let sign = if better == Better::More { 1.0 } else { -1.0 };
        let shown = sign * before.log;
        let shrink = TEAMS * TEAMS / (TEAMS * TEAMS + before.variance);
        let (reference, uncertain) =
            if shown < 0.0 { (shown * shrink, before.variance * shrink) } else { (shown, before.variance) };
        Some(Self { log: sign * after.log - reference, variance: after.variance + uncertain, better })
    }

    /// Of one team without the step towards its peers: for guards, where nobody gains by a bad baseline.
    pub fn plain(baseline: &Sum, now: &Sum, better: Better) -> Option<Self> {
        let (before, after) = (level(baseline)?, level(now)?);
        let sign = if better == Better::More { 1.0 } else { -1.0 };
        Some(Self {
            log: sign * (after.log - before.log),
            variance: after.variance + before.variance,
            better,
        })
    }

    /// Of several teams together, each with the weight of what was to be expected of it now.
    pub fn together(teams: &[(Self, Sum)]) -> Option<Self> {
        let weights: Vec<f64> = teams.iter().filter_map(|(_, now)| level(now).map(|l| l.weight)).collect();
        let total: f64 = weights.iter().sum();
        if weights.len() != teams.len() || total <= 0.0 {
            return None;
        }
        let mut all = Self { log: 0.0, variance: 0.0, better: teams.first()?.0.better };
        for ((team, _), weight) in teams.iter().zip(weights) {
            let share = weight / total;
            all.log += share * team.log;
            all.variance += share * share * team.variance;
        }
        Some(all)
    }

    /// In percent: of what happened, more of it or less of it. Negative when it got worse.
    pub fn percent(&self) -> f64 {
        match self.better {
            Better::More => (self.log.exp() - 1.0) * 100.0,
            Better::Less => (1.0 - (-self.log).exp()) * 100.0,
        }
    }

    /// Whether it is more than chance.
    pub fn beyond_chance(&self) -> bool {
        self.probability() >= SURE
    }

    /// Whether it got worse by more than chance.
    pub fn worse_beyond_chance(&self) -> bool {
        self.probability() <= 1.0 - SURELY_WORSE
    }

    /// Whether a target in percent is reached, beyond chance.
    pub fn reaches(&self, target_percent: u32) -> bool {
        self.percent() >= f64::from(target_percent) && self.beyond_chance()
    }

    fn probability(&self) -> f64 {
        0.5 * erfc(-self.log / self.variance.sqrt() * std::f64::consts::FRAC_1_SQRT_2)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// 28 days with 20 to work on, of `people`, who use it on `share` of days while others do on half of them.
    fn window(people: f64, share: f64) -> Sum {
        let possible = people * 20.0;
        Sum { happened: possible * share, possible, expected: Some(possible * 0.5), days: 20.0 }
    }

    #[test]
    fn a_clear_improvement_reaches_and_the_same_level_does_not() {
        let of = |before, after| {
            Improvement::of(&window(12.0, before), &window(12.0, after), Better::More).unwrap()
        };
        assert!(of(0.45, 0.75).reaches(10));
        assert!(!of(0.5, 0.5).reaches(5) && !of(0.5, 0.52).beyond_chance());
        assert!(of(0.6, 0.3).worse_beyond_chance() && of(0.6, 0.3).percent() < 0.0);
    }

    #[test]
    fn fewer_errors_are_an_improvement() {
        let errors = |happened| Sum { happened, possible: 800.0, expected: Some(80.0), days: 20.0 };
        let fell = Improvement::of(&errors(80.0), &errors(30.0), Better::Less).unwrap();
        assert!(fell.reaches(30) && fell.percent() > 55.0 && fell.percent() < 70.0, "{}", fell.percent());
        assert!(
            Improvement::plain(&errors(40.0), &errors(120.0), Better::Less).unwrap().worse_beyond_chance()
        );
    }

    #[test]
    fn a_low_team_that_only_comes_back_to_where_it_was_to_be_expected_gains_nothing() {
        // 35 of 100 days against 50: six people would come half the way back by themselves.
        let back = Improvement::of(&window(6.0, 0.35), &window(6.0, 0.40), Better::More).unwrap();
        let naive = (0.40_f64 / 0.35 - 1.0) * 100.0;
        assert!(naive > 14.0 && back.percent() < 2.0, "naive {naive}, ours {}", back.percent());
    }

    #[test]
    fn too_little_cannot_be_told() {
        let few = Sum { happened: 2.0, possible: 10.0, expected: Some(5.0), days: 10.0 };
        assert!(level(&few).is_none());
        assert!(level(&Sum { expected: None, ..window(10.0, 0.5) }).is_none());
        assert!(Improvement::of(&few, &window(10.0, 0.9), Better::More).is_none());
    }

    proptest! {
        #[test]
        fn more_use_is_never_less_improvement(people in 5.0..500.0_f64, before in 0.05..0.9_f64, after in 0.05..0.9_f64, more in 0.0..0.1_f64) {
            let of = |share| Improvement::of(&window(people, before), &window(people, share), Better::More).unwrap();
            prop_assert!(of(after + more).percent() >= of(after).percent() - 1e-9);
            prop_assert!(!of(after).beyond_chance() || of(after + more).beyond_chance());
        }

        #[test]
        fn a_worse_baseline_is_never_worth_more_than_it_shows(people in 5.0..500.0_f64, before in 0.05..0.9_f64, after in 0.05..0.9_f64) {
            let (b, a) = (window(people, before), window(people, after));
            let ours = Improvement::of(&b, &a, Better::More).unwrap();
            let plain = Improvement::plain(&b, &a, Better::More).unwrap();
            prop_assert!(ours.percent() <= plain.percent() + 1e-9);
        }

        #[test]
        fn the_same_share_means_more_in_a_large_team(people in 5.0..200.0_f64, before in 0.3..0.7_f64, after in 0.3..0.9_f64) {
            let of = |n| Improvement::plain(&window(n, before), &window(n, after), Better::More).unwrap();
            let (small, large) = (of(people), of(people * 3.0));
            if small.beyond_chance() {
                prop_assert!(large.beyond_chance());
            }
        }

        #[test]
        fn one_team_alone_is_the_same_as_together(people in 5.0..300.0_f64, before in 0.1..0.9_f64, after in 0.1..0.9_f64) {
            let one = Improvement::of(&window(people, before), &window(people, after), Better::More).unwrap();
            let all = Improvement::together(&[(one, window(people, after))]).unwrap();
            prop_assert!((one.percent() - all.percent()).abs() < 1e-9);
        }
    }
}
