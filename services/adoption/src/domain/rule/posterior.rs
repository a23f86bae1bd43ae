//! How sure one can be, from the sums of a window.

use statrs::function::{beta::checked_beta_reg, erf::erfc};

use super::{DECLINE, DeclineWindow, LEAST_EXPECTED};

/// Correlation of the people of a team on one day.
const CORRELATION: f64 = 0.01;
/// How much more the days of a person vary than independent ones would.
const OVERDISPERSION: f64 = 1.5;
/// Weight of the prior of the level rule, in days.
const PRIOR: f64 = 6.0;
/// Below this part of expected use a team is low.
const CUT: f64 = 0.67;
/// Weight of the prior of a baseline, in days of use.
const BASELINE_PRIOR: f64 = 10.0;
/// How much a team varies from week to week by itself, as a standard deviation of the logarithm.
const WEEKLY: f64 = 0.12;

/// The sums of one window.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sums {
    /// Days on which somebody was active: Σ x.
    pub active: f64,
    /// Days on which somebody was eligible: Σ n.
    pub eligible: f64,
    /// Expected days of use: Σ e.
    pub expected: f64,
    /// Days that count.
    pub days: f64,
}

impl Sums {
    /// By how many people's days one independent day is outweighed: people of a team, and days of a person, are alike.
    pub fn design_effect(&self) -> f64 {
        (1.0 + (self.eligible / self.days.max(1.0) - 1.0).max(0.0) * CORRELATION) * OVERDISPERSION
    }

    /// The expected rate, `e / n`, kept away from 0 and 1.
    pub fn expected_rate(&self, highest: f64) -> f64 {
        (self.expected / self.eligible.max(1.0)).clamp(0.01, highest)
    }

    /// Whether enough use was expected to say anything.
    pub fn is_enough(&self) -> bool {
        self.expected >= LEAST_EXPECTED
    }
}

/// What four weeks say about the level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// Certainty that real use is below two thirds of what was expected; 0 when too little was expected.
    pub p_low: f64,
    /// Use against comparable teams, 100 = as expected.
    pub index: f64,
}

/// The level of a window of 28 days: a beta posterior around what was expected.
pub fn level(window: &Sums) -> Level {
    let m = window.expected_rate(0.99);
    let effect = window.design_effect();
    let a = PRIOR * m + window.active / effect;
    let b = PRIOR * (1.0 - m) + (window.eligible - window.active) / effect;
    Level {
        p_low: if window.is_enough() { regularized_beta(a, b, CUT * m) } else { 0.0 },
        index: 100.0 * a / ((a + b) * m),
    }
}

/// Certainty that use in a window fell below `rule.cut` of the own earlier level; 0 when too little was expected.
pub fn decline(rule: &DeclineWindow, window: &Sums, baseline: &Sums) -> f64 {
    let expected = window.expected * own_level(baseline);
    if expected < LEAST_EXPECTED || !baseline.is_enough() {
        return 0.0;
    }
    let rate = window.expected_rate(0.98);
    let counting = window.design_effect()
        * (1.0 - rate)
        * (1.0 / (window.active + 1.5) + 1.0 / (baseline.active + BASELINE_PRIOR));
    let variance = counting + 2.0 * WEEKLY * WEEKLY * 7.0 / window.days.max(1.0);
    normal(-(((window.active + 0.5) / (expected + 0.5)).ln() - rule.cut.ln()) / variance.sqrt())
}

/// The own earlier level against the peers, 1 = as expected, drawn towards 1 and kept between 0.3 and 2.
pub fn own_level(baseline: &Sums) -> f64 {
    ((baseline.active + BASELINE_PRIOR) / (baseline.expected + BASELINE_PRIOR)).clamp(0.3, 2.0)
}

/// Whether one of the decline rules is sure enough, given the certainty of each.
pub fn is_declining(certainties: [f64; DECLINE.len()]) -> bool {
    DECLINE.iter().zip(certainties).any(|(rule, p)| p >= rule.certainty)
}

/// `I(x; a, b)`. Parameters outside of the domain cannot come from sums of counts; they would say nothing, so 0.
fn regularized_beta(a: f64, b: f64, x: f64) -> f64 {
    checked_beta_reg(a, b, x).unwrap_or(0.0)
}

/// The distribution function of the standard normal distribution.
fn normal(z: f64) -> f64 {
    0.5 * erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}
