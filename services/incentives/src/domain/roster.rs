//! Who is on a roster: frozen when a challenge is announced, so that neither newcomers nor the splitting and merging of
//! teams change what is measured.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::Date};
use kit::directory::{Person, TeamTree};

use super::sums::Kept;

/// The baseline is so many days long.
pub const BASELINE_DAYS: i32 = 28;
/// It ends so many days before the announcement: all that came late is counted, and nobody could slow down first.
const SETTLED_DAYS: i32 = 4;

/// The days that are frozen with an announcement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frozen {
    /// The first day of the baseline; also the first day on which somebody must have been a member.
    pub baseline_start: Date,
    /// The last day of the baseline.
    pub baseline_end: Date,
    /// The last day on which somebody must have been a member: the one before the announcement.
    pub roster_end: Date,
}

impl Frozen {
    /// The days of an announcement.
    pub fn at(announce_day: Date) -> Self {
        let before = |days: i32| announce_day.checked_sub(days.days()).unwrap_or(announce_day);
        Self {
            baseline_start: before(SETTLED_DAYS + BASELINE_DAYS - 1),
            baseline_end: before(SETTLED_DAYS),
            roster_end: before(1),
        }
    }

    /// Whether a person was a member of one of the teams on both days.
    fn has(&self, person: &Person, teams: &BTreeSet<String>) -> bool {
        let member = |day: Date| person.membership_on(day).is_some_and(|m| teams.contains(&m.team));
        member(self.baseline_start) && member(self.roster_end)
    }

    /// Of these people, the ids of those who belong on the roster of the teams.
    pub fn roster(&self, people: &[Person], teams: &[String]) -> BTreeSet<String> {
        let teams: BTreeSet<String> = teams.iter().cloned().collect();
        people.iter().filter(|p| self.has(p, &teams)).map(|p| p.id.clone()).collect()
    }
}

/// The frozen roster of a team of a challenge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// Who shares the prize, and has a vote about it.
    pub everybody: BTreeSet<String>,
    /// Of them, whose figures count.
    pub measured: BTreeSet<String>,
}

/// How much of a frozen roster is left, when the directory is asked again about the same days. Memberships that were dated
/// back show here.
pub fn kept(frozen: &BTreeSet<String>, again: &BTreeSet<String>) -> Kept {
    let all = frozen.len().max(1);
    let thousandths = |n: usize| u32::try_from(n * 1_000 / all).unwrap_or(u32::MAX);
    Kept {
        kept: thousandths(frozen.intersection(again).count()),
        added: thousandths(again.difference(frozen).count()),
    }
}

/// Pairs of teams of which one is, or is within, the other.
pub fn overlapping<'a>(tree: &TeamTree, teams: &'a [String]) -> Vec<(&'a str, &'a str)> {
    let mut pairs = Vec::new();
    for (i, a) in teams.iter().enumerate() {
        for b in &teams[i + 1..] {
            if tree.is_within(a, b) || tree.is_within(b, a) {
                pairs.push((a.as_str(), b.as_str()));
            }
        }
    }
    pairs
}

/// The teams that are measured for a team of a challenge: itself and those below without those that were flagged a short
/// while ago, which would recover by themselves.
pub fn measured(subtree: &[String], flagged: &BTreeMap<String, Date>) -> Vec<String> {
    subtree.iter().filter(|t| !flagged.contains_key(*t)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kit::directory::Membership;
    use proptest::prelude::*;

    use super::*;

    fn person(id: &str, stints: &[(&str, Date, Option<Date>)]) -> Person {
        let mut person = Person::new(id, id, date(2020, 1, 1));
        person.memberships = stints
            .iter()
            .map(|(team, start_day, end_day)| Membership {
                team: (*team).into(),
                position: "seller".into(),
                start_day: *start_day,
                end_day: *end_day,
                part_time_days: None,
            })
            .collect();
        person
    }

    #[test]
    fn the_baseline_is_over_before_anybody_can_know() {
        let frozen = Frozen::at(date(2026, 3, 2));
        assert_eq!(frozen.baseline_start, date(2026, 1, 30));
        assert_eq!(frozen.baseline_end, date(2026, 2, 26));
        assert_eq!(frozen.roster_end, date(2026, 3, 1));
    }

    #[test]
    fn whoever_signs_up_at_the_last_minute_is_not_on_the_roster() {
        let frozen = Frozen::at(date(2026, 3, 2));
        let people = [
            person("old", &[("west", date(2025, 1, 1), None)]),
            person(
                "last_minute",
                &[("east", date(2025, 1, 1), Some(date(2026, 2, 24))), ("west", date(2026, 2, 25), None)],
            ),
            person("left", &[("west", date(2025, 1, 1), Some(date(2026, 2, 20)))]),
            person("after", &[("west", date(2026, 3, 2), None)]),
        ];
        let roster = frozen.roster(&people, &["west".into()]);
        assert_eq!(roster.into_iter().collect::<Vec<_>>(), ["old"]);
    }

    #[test]
    fn splitting_a_team_after_the_announcement_changes_nothing() {
        let frozen = Frozen::at(date(2026, 3, 2));
        let before = [
            person("a", &[("west", date(2025, 1, 1), None)]),
            person("b", &[("west", date(2025, 1, 1), None)]),
        ];
        let after = [
            person(
                "a",
                &[("west", date(2025, 1, 1), Some(date(2026, 3, 5))), ("stars", date(2026, 3, 6), None)],
            ),
            person("b", &[("west", date(2025, 1, 1), None)]),
        ];
        let teams = ["west".to_owned()];
        assert_eq!(frozen.roster(&before, &teams), frozen.roster(&after, &teams));
        assert!(frozen.roster(&after, &["stars".into()]).is_empty(), "the stars alone have no baseline");
    }

    proptest! {
        #[test]
        fn memberships_dated_back_show(n in 5_usize..60, removed in 0_usize..10, added in 0_usize..10) {
            let frozen: BTreeSet<String> = (0..n).map(|i| i.to_string()).collect();
            let again: BTreeSet<String> = (removed.min(n)..n).chain(1_000..1_000 + added).map(|i| i.to_string()).collect();
            let kept = kept(&frozen, &again);
            prop_assert_eq!(kept.kept as usize, (n - removed.min(n)) * 1_000 / n);
            prop_assert_eq!(kept.added as usize, added * 1_000 / n);
        }
    }
}
