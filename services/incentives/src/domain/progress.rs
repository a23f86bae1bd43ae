//! How far the teams of a challenge have come together.

use super::{
    challenge::{Challenge, Figures, Measure, Part},
    completion,
    guards::{self, Guard, Held},
    improvement::{Better, Improvement},
    sums::{Done, Sum, Sums},
};

/// How far they have come.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// Weeks measured of every team.
    pub weeks: usize,
    /// Improvement in percent; `None` while nothing can be told.
    pub percent: Option<f64>,
    /// Whether it is more than chance.
    pub beyond_chance: bool,
    /// The target and more, beyond chance.
    pub target_reached: bool,
    /// The guards.
    pub guards: Vec<(Guard, Held)>,
}

impl Progress {
    /// Whether there is a prize for it: the target is reached, no guard fails, and those that can always be told hold. Data
    /// quality cannot be told where the application reported hardly a record before: there is nothing that could be down.
    pub fn earns_prize(&self) -> bool {
        self.target_reached
            && self.guards.iter().all(|(guard, held)| match guard {
                Guard::DataQuality => *held != Held::Fails,
                _ => *held == Held::Holds,
            })
    }
}

/// One measured team: its baseline and all its weeks.
struct Team {
    baseline: Sums,
    now: Sums,
}

/// How far a challenge has come with these figures.
pub fn progress(challenge: &Challenge, figures: &Figures) -> Progress {
    let measured: Vec<_> = challenge.teams.iter().filter(|t| t.part == Some(Part::Measured)).collect();
    let weeks = measured.iter().map(|t| figures.get(&t.team).map_or(0, |f| f.weeks.len())).min().unwrap_or(0);
    let teams: Vec<Team> = measured
        .iter()
        .filter_map(|t| {
            let figures = figures.get(&t.team)?;
            let now = figures.weeks.iter().take(weeks).copied().reduce(Sums::then)?;
            Some(Team { baseline: figures.baseline?, now })
        })
        .collect();
    let judged = if challenge.draft.measure.counts_members() {
        by_members(&teams, challenge.draft.target_percent)
    } else {
        by_amount(&teams, challenge.draft.measure, challenge.draft.target_percent)
    };
    let each = |guard: fn(&Team) -> Held| guards::all(teams.iter().map(guard));
    let percent = challenge.draft.participation_percent;
    let took_part = guards::all(teams.iter().map(|t| guards::participation(&t.now, percent)));
    let mut results = vec![
        (Guard::DataQuality, each(|t| guards::data_quality(&t.baseline, &t.now))),
        (Guard::Participation, took_part),
        (Guard::Roster, each(|t| guards::roster(&t.now))),
    ];
    if teams.len() > 1 {
        results.push((Guard::NobodyLeftBehind, judged.behind));
    }
    Progress {
        weeks,
        percent: judged.percent,
        beyond_chance: judged.beyond_chance,
        target_reached: judged.target_reached,
        guards: results,
    }
}

struct Judged {
    percent: Option<f64>,
    beyond_chance: bool,
    target_reached: bool,
    behind: Held,
}

const NOTHING: Judged =
    Judged { percent: None, beyond_chance: false, target_reached: false, behind: Held::NotMeasured };

fn by_amount(teams: &[Team], measure: Measure, target: u32) -> Judged {
    let better = if measure == Measure::DataQuality { Better::Less } else { Better::More };
    let pair = |t: &Team| -> Option<(Sum, Sum)> {
        match measure {
            Measure::Breadth => Some((t.baseline.breadth, t.now.breadth)),
            Measure::DataQuality => guards::errors(&t.baseline, &t.now),
            _ => Some((t.baseline.usage, t.now.usage)),
        }
    };
    let each: Option<Vec<(Improvement, Sum)>> = teams
        .iter()
        .map(|t| {
            let (before, now) = pair(t)?;
            Some((Improvement::of(&before, &now, better)?, now))
        })
        .collect();
    let Some(all) = each.as_deref().and_then(Improvement::together) else { return NOTHING };
    let behind = teams.iter().map(|t| {
        pair(t).and_then(|(before, now)| Improvement::plain(&before, &now, better)).map_or(
            Held::NotMeasured,
            |i| {
                if i.worse_beyond_chance() { Held::Fails } else { Held::Holds }
            },
        )
    });
    Judged {
        percent: Some(all.percent()),
        beyond_chance: all.beyond_chance(),
        target_reached: all.reaches(target),
        behind: guards::all(behind),
    }
}

fn by_members(teams: &[Team], target: u32) -> Judged {
    let pairs: Option<Vec<(Done, Done)>> =
        teams.iter().map(|t| Some((t.baseline.done?, t.now.done?))).collect();
    let Some(pairs) = pairs else { return NOTHING };
    let Some(percent) = completion::gain_percent(&pairs) else { return NOTHING };
    // Who has done it is counted, not sampled: there is no chance in it. A team at less than half of the target is
    // carried by the others.
    let reached = percent >= f64::from(target);
    let behind = pairs.iter().map(|pair| match completion::gain_percent(std::slice::from_ref(pair)) {
        Some(own) if own * 2.0 < f64::from(target) => Held::Fails,
        Some(_) => Held::Holds,
        None => Held::NotMeasured,
    });
    Judged {
        percent: Some(percent),
        beyond_chance: percent > 0.0,
        target_reached: reached,
        behind: guards::all(behind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(guard: Guard, held: Held) -> Progress {
        let all = [Guard::DataQuality, Guard::Participation, Guard::Roster, Guard::NobodyLeftBehind];
        let guards = all.map(|g| (g, if g == guard { held } else { Held::Holds })).to_vec();
        Progress { weeks: 6, percent: Some(20.0), beyond_chance: true, target_reached: true, guards }
    }

    #[test]
    fn a_prize_needs_every_guard_to_hold() {
        assert!(with(Guard::Roster, Held::Holds).earns_prize());
        for guard in [Guard::DataQuality, Guard::Participation, Guard::Roster, Guard::NobodyLeftBehind] {
            assert!(!with(guard, Held::Fails).earns_prize(), "{guard:?}");
        }
        assert!(!Progress { target_reached: false, ..with(Guard::Roster, Held::Holds) }.earns_prize());
    }

    #[test]
    fn only_data_quality_may_be_untold_where_no_application_ever_reported_any() {
        assert!(with(Guard::DataQuality, Held::NotMeasured).earns_prize());
        for guard in [Guard::Participation, Guard::Roster, Guard::NobodyLeftBehind] {
            assert!(!with(guard, Held::NotMeasured).earns_prize(), "{guard:?}");
        }
    }
}
