//! Goals that each member either has reached or not: courses completed, colleagues of other departments thanked. What counts is
//! how many of those who had not at the start have at the end, so that the size of a team and a good start do not matter.

use super::sums::Done;

/// Fewer members than this who could still do it: nothing to gain, and too few to speak of.
pub const LEAST_MISSING: u32 = 5;

/// Members who had not done it at the baseline.
pub fn missing(baseline: Done) -> u32 {
    baseline.people.saturating_sub(baseline.done)
}

/// Of teams together, the percentage of those who had not done it and now have; `None` when nobody was missing.
pub fn gain_percent(teams: &[(Done, Done)]) -> Option<f64> {
    let missing: u32 = teams.iter().map(|(baseline, _)| missing(*baseline)).sum();
    let gained: u32 = teams.iter().map(|(baseline, now)| now.done.saturating_sub(baseline.done)).sum();
    (missing > 0).then(|| (f64::from(gained) / f64::from(missing) * 100.0).min(100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_who_had_not_count() {
        let done = |people, done| Done { people, done };
        assert_eq!(gain_percent(&[(done(10, 4), done(10, 7))]), Some(50.0));
        assert_eq!(gain_percent(&[(done(10, 4), done(10, 7)), (done(20, 10), done(20, 10))]), Some(18.75));
        assert_eq!(gain_percent(&[(done(10, 10), done(10, 10))]), None);
        // Whoever leaves cannot make it better than all.
        assert_eq!(gain_percent(&[(done(10, 8), done(4, 12))]), Some(100.0));
    }
}
