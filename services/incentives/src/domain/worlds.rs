//! Worlds with known truth, as rule R was tried on: teams differ, weeks drift, people differ. What a rule pays for where nobody
//! improved, and where somebody did.

use rand::{Rng, SeedableRng, rngs::StdRng};

use super::{
    improvement::{Better, Improvement},
    sums::Sum,
};

/// Standard deviations (log or logit) of the worlds in which rule R was tried.
const TEAM: f64 = 0.25;
const WEEK: f64 = 0.18;
const PERSON: f64 = 0.8;
/// How much of a week's drift is left in the next.
const LASTS: f64 = 0.5;
const TARGET: u32 = 10;

fn normal(random: &mut StdRng) -> f64 {
    let (u, v): (f64, f64) = (random.random_range(1e-12..1.0), random.random());
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}

/// A team over a baseline of four weeks and a challenge of six.
struct Team {
    baseline: Sum,
    now: Sum,
}

impl Team {
    /// The share of the days that it was used on, against what was to be expected, before.
    fn shown(&self) -> f64 {
        self.baseline.happened / self.baseline.expected.unwrap()
    }

    /// What a leaf through the numbers says: better than before by the target.
    fn naive(&self) -> bool {
        let after = self.now.happened / self.now.expected.unwrap();
        after / self.shown() >= 1.0 + f64::from(TARGET) / 100.0
    }

    fn ours(&self) -> bool {
        Improvement::of(&self.baseline, &self.now, Better::More).is_some_and(|i| i.reaches(TARGET))
    }
}

/// A team of `size` that from the announcement on does `effect` times as much.
fn team(random: &mut StdRng, size: usize, effect: f64) -> Team {
    let people: Vec<f64> = (0..size).map(|_| PERSON * normal(random)).collect();
    let own = TEAM * normal(random);
    let mut drift = WEEK * normal(random);
    let mut weeks = [(0.0, 0.0); 10];
    for (week, sum) in weeks.iter_mut().enumerate() {
        drift = LASTS * drift + WEEK * (1.0 - LASTS * LASTS).sqrt() * normal(random);
        for person in &people {
            let logit = person + own + drift;
            let rate = 1.0 / (1.0 + (-logit).exp());
            let rate = if week < 4 { rate } else { (rate * effect).min(0.98) };
            for _ in 0..5 {
                sum.0 += f64::from(u8::from(random.random::<f64>() < rate));
                sum.1 += 1.0;
            }
        }
    }
    let sum = |weeks: &[(f64, f64)]| {
        let (happened, possible) = weeks.iter().fold((0.0, 0.0), |a, b| (a.0 + b.0, a.1 + b.1));
        // Comparable people, of whom there are many, use it on half of their days.
        Sum { happened, possible, expected: Some(possible * 0.5), days: weeks.iter().map(|_| 5.0).sum() }
    };
    Team { baseline: sum(&weeks[..4]), now: sum(&weeks[4..]) }
}

/// The share of teams for which a rule pays, in percent.
fn paid<'a>(teams: impl IntoIterator<Item = &'a Team>, rule: impl Fn(&Team) -> bool) -> f64 {
    let (mut paid, mut all) = (0.0, 0.0);
    for team in teams {
        all += 1.0;
        paid += f64::from(u8::from(rule(team)));
    }
    100.0 * paid / f64::max(all, 1.0)
}

/// The worst tenth of the teams by what they showed before.
fn worst(teams: &[Team]) -> Vec<&Team> {
    let mut sorted: Vec<&Team> = teams.iter().collect();
    sorted.sort_by(|a, b| a.shown().total_cmp(&b.shown()));
    sorted.truncate(teams.len() / 10);
    sorted
}

#[test]
fn where_nobody_improved_hardly_anybody_is_paid_at_any_size() {
    for size in [5, 8, 15, 40, 120] {
        let mut random = StdRng::seed_from_u64(size as u64);
        let teams: Vec<Team> = (0..2_000).map(|_| team(&mut random, size, 1.0)).collect();
        let (naive, ours) = (paid(&teams, Team::naive), paid(&teams, Team::ours));
        let (naive_worst, ours_worst) = (paid(worst(&teams), Team::naive), paid(worst(&teams), Team::ours));
        println!(
            "{size:>4} people: paid by luck {ours:.1} % (naive {naive:.1}); worst tenth {ours_worst:.1} % (naive {naive_worst:.1})"
        );
        assert!(ours <= 5.0, "{size} people: {ours}");
        assert!(ours_worst <= 10.0, "the worst tenth of {size} people: {ours_worst}");
        assert!(
            naive_worst > 2.0 * ours_worst.max(5.0),
            "the naive rule pays the worst for coming back: {naive_worst}"
        );
    }
}

#[test]
fn who_really_improves_is_paid_the_surer_the_larger_the_team() {
    let mut before = 0.0;
    for (size, least) in [(5, 25.0), (8, 40.0), (15, 55.0), (40, 70.0), (120, 75.0)] {
        let mut random = StdRng::seed_from_u64(1_000 + size as u64);
        let teams: Vec<Team> = (0..2_000).map(|_| team(&mut random, size, 1.5)).collect();
        let ours = paid(&teams, Team::ours);
        println!("{size:>4} people who do half as much again: {ours:.1} % paid");
        assert!(ours >= least, "{size} people: {ours}");
        assert!(ours >= before - 3.0, "larger teams are not worse off: {ours} after {before}");
        before = ours;
    }
}

#[test]
fn the_star_of_a_small_team_is_one_of_many() {
    // Eight people of whom one does all that can be done, and nobody else changes.
    let mut random = StdRng::seed_from_u64(7);
    let mut teams: Vec<Team> = (0..2_000).map(|_| team(&mut random, 8, 1.0)).collect();
    for team in &mut teams {
        let others = team.now.happened * 7.0 / 8.0;
        team.now.happened = others + team.now.possible / 8.0;
    }
    let ours = paid(&teams, Team::ours);
    println!("one star of eight: {ours:.1} % paid");
    assert!(ours <= 25.0, "{ours}");
}
