//! Exact facts about a team for the table of causes: breadth and data errors against the people of the same positions
//! elsewhere. They go to the adoption service only.

use std::collections::BTreeMap;

use super::{
    figures::ratio,
    quality::Quality,
    week::{Days, PersonWindow, Window, Windows},
};

/// Fewer active people elsewhere are no comparison.
const LEAST_OTHERS: u32 = 5;

/// The facts of a team's 28 days.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Facts {
    /// People whom they are about.
    pub people: u32,
    /// Share of them active at least once.
    pub ever_used: Option<f64>,
    /// Features of an active person, as a ratio to people of the same positions elsewhere.
    pub breadth_ratio: Option<f64>,
    /// Share of records with errors, as a ratio to other teams.
    pub error_ratio: Option<f64>,
    /// Working days without a feed.
    pub feed_gap_days: u32,
    /// Working days.
    pub working_days: u32,
}

/// Everybody and all records of an application, to compare teams with.
#[derive(Debug)]
pub struct Everybody {
    positions: BTreeMap<usize, (Window, Days)>,
    quality: Quality,
}

impl Everybody {
    /// Adds everybody up.
    pub fn new(people: &[PersonWindow], quality: &BTreeMap<usize, Quality>) -> Self {
        let mut positions: BTreeMap<usize, (Window, Days)> = BTreeMap::new();
        for person in people {
            let (window, days) = positions.entry(person.position).or_default();
            window.add(person);
            days.add(person);
        }
        let mut sum = Quality::default();
        for records in quality.values() {
            sum.add(*records);
        }
        Self { positions, quality: sum }
    }

    /// The facts of a team with all below it. `windows` are exact: everybody enters at the own team.
    pub fn facts(&self, windows: &Windows, team: usize) -> Facts {
        let Some(own) = windows.get(&(team, None)) else { return Facts::default() };
        let by_position: Vec<(usize, &Window)> = windows
            .range((team, Some(0))..=(team, Some(usize::MAX)))
            .filter_map(|((_, position), window)| position.map(|p| (p, window)))
            .collect();
        let mut days = Days::default();
        for (_, of_position) in by_position.iter().filter_map(|(p, _)| self.positions.get(p)) {
            days.join(of_position);
        }
        let gaps = days.gaps() & own.working;
        Facts {
            people: own.people,
            ever_used: (own.people > 0).then(|| ratio(u64::from(own.used), u64::from(own.people))),
            breadth_ratio: self.breadth_ratio(&by_position),
            error_ratio: self.error_ratio(&own.quality),
            feed_gap_days: gaps.count_ones(),
            working_days: own.working_days(),
        }
    }

    fn breadth_ratio(&self, by_position: &[(usize, &Window)]) -> Option<f64> {
        let (mut found, mut expected) = (0.0, 0.0);
        for (position, own) in by_position {
            let (all, _) = self.positions.get(position)?;
            let others = all.used - own.used;
            if others < LEAST_OTHERS {
                continue;
            }
            found += ratio(own.features, 1);
            expected += f64::from(own.used) * ratio(all.features - own.features, u64::from(others));
        }
        (expected > 0.0).then_some(found / expected)
    }

    fn error_ratio(&self, own: &Quality) -> Option<f64> {
        let others = Quality {
            complete: self.quality.complete - own.complete,
            incomplete: self.quality.incomplete - own.incomplete,
            duplicate: self.quality.duplicate - own.duplicate,
            corrected: self.quality.corrected - own.corrected,
        };
        let (own, others) = (own.error_share()?, others.error_share()?);
        (others > 0.0).then_some(own / others)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(used: u32, features: u64) -> Window {
        Window { people: 10, used, features, working: 0xff, ..Window::default() }
    }

    #[test]
    fn breadth_is_compared_position_by_position() {
        let everybody = Everybody {
            positions: [(0, (window(20, 80), Days::default())), (1, (window(6, 60), Days::default()))].into(),
            quality: Quality { complete: 1_000, incomplete: 100, ..Quality::default() },
        };
        let mut own = window(12, 30);
        own.quality = Quality { complete: 100, incomplete: 40, ..Quality::default() };
        let windows: Windows = [
            ((3, None), own),
            ((3, Some(0)), window(10, 20)),
            ((3, Some(1)), window(2, 10)),
            ((4, None), window(0, 0)),
        ]
        .into();
        let facts = everybody.facts(&windows, 3);
        // Sellers elsewhere use 6 features, of clerks there are too few elsewhere.
        assert_eq!(facts.breadth_ratio, Some(20.0 / 60.0));
        assert_eq!(facts.ever_used, Some(1.2));
        let expected = (40.0 / 140.0) / (60.0 / 960.0);
        assert!((facts.error_ratio.unwrap() - expected).abs() < 1e-12);
        assert_eq!(facts.working_days, 8);
        assert_eq!(everybody.facts(&windows, 4).breadth_ratio, None);
        assert_eq!(everybody.facts(&windows, 9), Facts::default());
    }
}
