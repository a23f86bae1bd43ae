//! What champions' work did, from halves that a coin made (method.md, "Did it help"): a regression of the outcome on
//! starting now, the gap before, and an earlier gap where there are teams enough; errors that hold with unequal variances
//! (HC3); an interval from Student's t. Under eight teams in a half there is no number.

use statrs::distribution::{ContinuousCDF, StudentsT};

/// Teams in each half below which no number is shown.
pub const LEAST_TEAMS: usize = 8;
/// Teams in both halves below which the earlier gap is left out.
const TEAMS_FOR_EARLIER: usize = 24;

/// One team as it was measured: gaps are days used of 100 less what comparable teams did.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// Whether it started now.
    pub now: bool,
    /// The gap in days 8 to 35.
    pub outcome: f64,
    /// The gap in the 28 days before the start.
    pub before: f64,
    /// The gap in the 28 days before these.
    pub earlier: f64,
}

/// An effect with its 95 % interval, in days used of 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// The effect.
    pub effect: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Effect {
    /// Whether the interval leaves 0 out.
    pub fn is_proven(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

/// How many teams of each half were measured: those that started now, and later.
pub fn halves(teams: &[Measured]) -> (usize, usize) {
    let now = teams.iter().filter(|t| t.now).count();
    (now, teams.len() - now)
}

/// The effect; `None` with too few teams in a half, or when they say nothing.
pub fn effect(teams: &[Measured]) -> Option<Effect> {
    let (now, later) = halves(teams);
    if now < LEAST_TEAMS || later < LEAST_TEAMS {
        return None;
    }
    let with_earlier = teams.len() >= TEAMS_FOR_EARLIER;
    let row = |t: &Measured| {
        let mut row = vec![1.0, f64::from(u8::from(t.now)), t.before];
        if with_earlier {
            row.push(t.earlier);
        }
        row
    };
    let rows: Vec<Vec<f64>> = teams.iter().map(row).collect();
    let outcomes: Vec<f64> = teams.iter().map(|t| t.outcome).collect();
    let (coefficient, error) = regress(&rows, &outcomes, 1)?;
    let freedom = f64::from(u32::try_from(teams.len() - rows[0].len()).ok()?);
    let t = StudentsT::new(0.0, 1.0, freedom).ok()?.inverse_cdf(0.975);
    Some(Effect { effect: coefficient, low: coefficient - t * error, high: coefficient + t * error })
}

/// Ordinary least squares: one coefficient with its HC3 error.
fn regress(rows: &[Vec<f64>], outcomes: &[f64], wanted: usize) -> Option<(f64, f64)> {
    let width = rows.first()?.len();
    let mut products = vec![vec![0.0; width]; width];
    let mut sides = vec![0.0; width];
    for (row, outcome) in rows.iter().zip(outcomes) {
        for ((line, side), a) in products.iter_mut().zip(&mut sides).zip(row) {
            *side += a * outcome;
            for (cell, b) in line.iter_mut().zip(row) {
                *cell += a * b;
            }
        }
    }
    let inverse = invert(products)?;
    let times = |row: &[f64]| -> Vec<f64> {
        inverse.iter().map(|line| line.iter().zip(row).map(|(a, b)| a * b).sum()).collect()
    };
    let coefficients = times(&sides);
    let mut variance = 0.0;
    for (row, outcome) in rows.iter().zip(outcomes) {
        let spread = times(row);
        let leverage: f64 = row.iter().zip(&spread).map(|(a, b)| a * b).sum();
        let guess: f64 = row.iter().zip(&coefficients).map(|(a, b)| a * b).sum();
        let residual = (outcome - guess) / (1.0 - leverage).max(1e-9);
        variance += (spread[wanted] * residual).powi(2);
    }
    variance.is_finite().then(|| (coefficients[wanted], variance.sqrt()))
}

/// The inverse of a small symmetric matrix, by elimination with pivots; `None` when it has none.
fn invert(matrix: Vec<Vec<f64>>) -> Option<Vec<Vec<f64>>> {
    let size = matrix.len();
    // The unit matrix to the right of it becomes the inverse.
    let unit = |i: usize| (0..size).map(move |j| f64::from(u8::from(i == j)));
    let mut lines: Vec<Vec<f64>> =
        matrix.into_iter().enumerate().map(|(i, line)| line.into_iter().chain(unit(i)).collect()).collect();
    for column in 0..size {
        let size_of = |line: usize| lines[line][column].abs();
        let pivot = (column..size).max_by(|a, b| size_of(*a).total_cmp(&size_of(*b)))?;
        let by = lines[pivot][column];
        if by.abs() < 1e-9 {
            return None;
        }
        lines.swap(column, pivot);
        let line: Vec<f64> = lines[column].iter().map(|cell| cell / by).collect();
        for (_, other) in lines.iter_mut().enumerate().filter(|(i, _)| *i != column) {
            let by = other[column];
            for (cell, of_line) in other.iter_mut().zip(&line) {
                *cell -= by * of_line;
            }
        }
        lines[column] = line;
    }
    Some(lines.into_iter().map(|line| line.into_iter().skip(size).collect()).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Numbers between −1 and 1 that look drawn, the same each time.
    fn noise(seed: u64) -> impl FnMut() -> f64 {
        let mut state = seed.wrapping_mul(2).wrapping_add(1);
        move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            f64::from(u32::try_from(state >> 33).unwrap_or(0)) / f64::from(1_u32 << 30) - 1.0
        }
    }

    fn world(teams: u32, effect: f64, seed: u64) -> Vec<Measured> {
        let mut draw = noise(seed);
        (0..teams)
            .map(|i| {
                // Low ones recover anyway, and by half of what they lacked.
                let level = -20.0 + 5.0 * draw();
                let before = level + 8.0 * draw();
                let now = i % 2 == 0;
                let outcome = level / 2.0 + 6.0 * draw() + if now { effect } else { 0.0 };
                Measured { now, outcome, before, earlier: level + 8.0 * draw() }
            })
            .collect()
    }

    #[test]
    fn under_eight_teams_in_a_half_there_is_no_number() {
        assert_eq!(effect(&world(15, 10.0, 1)), None);
        assert!(effect(&world(16, 10.0, 1)).is_some());
    }

    #[test]
    fn recovery_is_not_taken_for_an_effect() {
        // Of 400 worlds without an effect, the interval leaves 0 out in about one in twenty.
        let wrong = (0..400).filter(|s| effect(&world(40, 0.0, *s)).is_some_and(|e| e.is_proven())).count();
        assert!((4..=40).contains(&wrong), "{wrong} of 400");
        let all: f64 = (0..400).filter_map(|s| effect(&world(40, 0.0, s))).map(|e| e.effect).sum();
        assert!((all / 400.0).abs() < 0.2, "{}", all / 400.0);
    }

    #[test]
    fn an_effect_is_found_with_its_interval() {
        let holds = |s: &u64| effect(&world(40, 8.0, *s)).is_some_and(|e| e.low <= 8.0 && 8.0 <= e.high);
        let right = (0..200).filter(holds).count();
        assert!(right >= 180, "{right} of 200");
        let found = effect(&world(60, 8.0, 3)).unwrap();
        assert!(found.is_proven() && found.low > 0.0, "{found:?}");
    }

    #[test]
    fn teams_that_are_all_alike_say_nothing() {
        let same = Measured { now: true, outcome: 1.0, before: 0.0, earlier: 0.0 };
        let teams: Vec<Measured> = (0..20).map(|i| Measured { now: i % 2 == 0, ..same }).collect();
        assert_eq!(effect(&teams), None);
    }

    proptest! {
        #[test]
        fn moving_every_outcome_moves_no_effect(seed in 0_u64..500, by in -50.0..50.0_f64) {
            let teams = world(30, 3.0, seed);
            let moved: Vec<Measured> = teams.iter().map(|t| Measured { outcome: t.outcome + by, ..*t }).collect();
            let (a, b) = (effect(&teams).unwrap(), effect(&moved).unwrap());
            prop_assert!((a.effect - b.effect).abs() < 1e-6 && (a.low - b.low).abs() < 1e-6);
        }
    }
}
