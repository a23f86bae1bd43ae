//! Figures as they are published: rates rounded to 5 points, averages to halves.

use super::week::Window;

/// A ratio of counts; 0 where there is nothing.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Rounded to 5 points, exactly as it is written: 0.35, not 0.35000000000000003.
pub fn round_rate(rate: f64) -> f64 {
    (rate.clamp(0.0, 1.0) * 20.0).round() * 5.0 / 100.0
}

/// Rounded to halves.
pub fn round_half(value: f64) -> f64 {
    (value * 2.0).round() / 2.0
}

/// How many measures there are.
pub const MEASURES: usize = 7;

/// The published measures of a cell, in the order of the contract.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figures {
    /// People whom they are about.
    pub people: u32,
    /// Active rate over 28 days, over the week, ever used, breadth, frequency, stickiness, data errors.
    pub values: [Option<f64>; MEASURES],
    /// Shares of the steps of habit, from NONE.
    pub habit: [f64; 5],
    /// Saved records.
    pub records: u64,
}

impl Figures {
    /// Rounds what a window sums up.
    pub fn of(window: &Window) -> Self {
        let some = |whole: u64, value: f64| (whole > 0).then_some(value);
        let (people, used) = (u64::from(window.people), u64::from(window.used));
        let daily = ratio(window.active_days, u64::from(window.working_days()));
        let values = [
            some(window.eligible_days, round_rate(ratio(window.active_days, window.eligible_days))),
            some(window.week_eligible, round_rate(ratio(window.week_active, window.week_eligible))),
            some(people, round_rate(ratio(used, people))),
            some(used, round_half(ratio(window.features, used))),
            some(used, round_half(ratio(window.active_days, used * 4))),
            some(used, round_rate(if used == 0 { 0.0 } else { daily / f64::from(window.used) })),
            window.quality.error_share().map(round_rate),
        ];
        let habit = window.habit.map(|n| round_rate(ratio(u64::from(n), people)));
        Self { people: window.people, values, habit, records: window.quality.records() }
    }
}

/// Where a team is heading: the latest four weekly rates against the four before. `None` with fewer.
pub fn trend(weekly: &[f64]) -> Option<f64> {
    let latest = weekly.len().checked_sub(4)?;
    let before = latest.checked_sub(4)?;
    let sum = |weeks: &[f64]| weeks.iter().sum::<f64>();
    Some((sum(&weekly[latest..]) - sum(&weekly[before..latest])) / 4.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_come_in_steps_of_five_points() {
        let written = [0.024, 0.026, 0.333, 1.2, -1.0].map(|r| round_rate(r).to_string());
        assert_eq!(written, ["0", "0.05", "0.35", "1", "0"]);
        assert_eq!(round_half(2.26).to_string(), "2.5");
    }

    #[test]
    fn figures_of_a_window() {
        let window = Window {
            people: 10,
            eligible_days: 200,
            active_days: 80,
            week_eligible: 50,
            week_active: 10,
            used: 8,
            features: 20,
            habit: [2, 0, 3, 5, 0],
            working: 0xf_ffff,
            quality: super::super::quality::Quality { complete: 90, incomplete: 10, ..Default::default() },
        };
        let figures = Figures::of(&window);
        assert_eq!(
            figures.values,
            [Some(0.4), Some(0.2), Some(0.8), Some(2.5), Some(2.5), Some(0.5), Some(0.1)]
        );
        assert_eq!(figures.habit.map(|share| share.to_string()), ["0.2", "0", "0.3", "0.5", "0"]);
        assert_eq!(Figures::of(&Window::default()).values, [None; MEASURES]);
    }

    #[test]
    fn a_trend_needs_eight_weeks() {
        assert_eq!(trend(&[0.5; 7]), None);
        let change = trend(&[9.0, 0.5, 0.5, 0.5, 0.5, 0.4, 0.4, 0.4, 0.4]).unwrap();
        assert!((change + 0.1).abs() < 1e-9);
    }
}
