//! A position in which nearly everybody is far below what its owner expects. Comparing teams with each other cannot see it.

use super::rule::posterior::Sums;

/// Below this part of the target.
const PART: f64 = 0.8;
/// For so many days in a row.
const DAYS: u32 = 14;
/// The two-sided 95 % quantile of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// How a position stood after a day.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PositionStanding {
    /// Days in a row on which the position was far below its target.
    pub low_days: u32,
}

impl PositionStanding {
    /// Whether there is a problem: no team of the position is flagged then.
    pub fn is_problem(self) -> bool {
        self.low_days >= DAYS
    }

    /// The next day, from the 28 days of everybody in the position; `target` is a share of 1.
    #[must_use]
    pub fn step(self, window: &Sums, target: Option<f64>) -> Self {
        let low = target.is_some_and(|t| window.eligible > 0.0 && wilson_upper(window) < PART * t);
        Self { low_days: if low { self.low_days.saturating_add(1) } else { 0 } }
    }
}

/// The upper end of Wilson's interval for a rate, each independent day outweighed by the design effect.
pub fn wilson_upper(window: &Sums) -> f64 {
    let n = window.eligible / window.design_effect();
    let p = window.active / window.eligible;
    let middle = p + Z * Z / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    (middle + half) / (1.0 + Z * Z / n)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(active: f64) -> Sums {
        Sums { active, eligible: 2000.0, expected: active, days: 20.0 }
    }

    #[test]
    fn wilson_upper_is_that_of_the_textbook() {
        // p = 0.25 of n = 1000 independent days: (0.22417, 0.27779).
        let sums = Sums { active: 750.0, eligible: 3000.0, expected: 0.0, days: 30.0 };
        assert!((sums.design_effect() - 2.985).abs() < 1e-12);
        let independent = Sums { active: 0.25 * 1500.0, eligible: 1500.0, expected: 0.0, days: 1500.0 };
        assert!((wilson_upper(&independent) - 0.277_79).abs() < 1e-4);
    }

    #[test]
    fn a_problem_needs_fourteen_low_days_in_a_row_and_a_target() {
        let mut standing = PositionStanding::default();
        for _ in 0..13 {
            standing = standing.step(&window(200.0), Some(0.5));
        }
        assert!(!standing.is_problem());
        assert!(standing.step(&window(200.0), Some(0.5)).is_problem());
        assert_eq!(standing.step(&window(900.0), Some(0.5)).low_days, 0);
        assert_eq!(standing.step(&window(200.0), None).low_days, 0);
    }
}
