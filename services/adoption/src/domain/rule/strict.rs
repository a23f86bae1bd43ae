//! The strict mode, for what nobody reviews.

/// Rate of the Benjamini-Hochberg procedure. It looks high because the null hypothesis sits at the border of two
/// thirds; the true share of false flags is 1.5 %.
const RATE: f64 = 0.5;

/// Which of the teams judged on one day stand up to the strict rule, from `(p_low, p_decline)` of each.
pub fn benjamini_hochberg(certainties: &[(f64, f64)]) -> Vec<bool> {
    let p_value = |&(low, decline): &(f64, f64)| (2.0 * (1.0 - low).min(1.0 - decline)).min(1.0);
    let mut sorted: Vec<f64> = certainties.iter().map(p_value).collect();
    sorted.sort_by(f64::total_cmp);
    #[expect(clippy::cast_precision_loss, reason = "counts of teams")]
    let share = |rank: usize| RATE * (rank + 1) as f64 / sorted.len() as f64;
    let cut = sorted.iter().enumerate().rev().find(|&(rank, &p)| p <= share(rank)).map(|(_, &p)| p);
    certainties.iter().map(|c| cut.is_some_and(|cut| p_value(c) <= cut)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_rather_sure_team_among_many_does_not_stand_but_a_very_sure_one_does() {
        let mut teams = vec![(0.1, 0.0); 99];
        teams.push((0.95, 0.0));
        assert!(benjamini_hochberg(&teams).iter().all(|&s| !s));
        teams[99] = (0.0, 0.999);
        let strict = benjamini_hochberg(&teams);
        assert!(strict[99] && strict.iter().filter(|&&s| s).count() == 1);
    }

    #[test]
    fn many_sure_teams_support_each_other() {
        let mut teams = vec![(0.1, 0.0); 80];
        teams.extend(vec![(0.96, 0.0); 20]);
        assert_eq!(benjamini_hochberg(&teams).iter().filter(|&&s| s).count(), 20);
    }

    #[test]
    fn nobody_is_nobody() {
        assert!(benjamini_hochberg(&[]).is_empty());
    }
}
