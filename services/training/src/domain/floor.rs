//! Figures about fewer than five people stay unsaid, also those that could be had by subtraction.

use std::collections::BTreeMap;

use kit::privacy::FLOOR;

/// How far people are with what an assignment gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// All of them.
    pub people: u32,
    /// Those who have not begun.
    pub not_started: u32,
    /// Those who have begun.
    pub started: u32,
    /// Those who completed everything.
    pub completed: u32,
    /// Those, of the ones not done, who are past a due day.
    pub overdue: u32,
}

impl Counts {
    /// Adds the counts of other people.
    pub fn add(&mut self, other: Self) {
        self.people += other.people;
        self.not_started += other.not_started;
        self.started += other.started;
        self.completed += other.completed;
        self.overdue += other.overdue;
    }

    /// The counts, if they are of enough people to be shown.
    pub fn shown(self) -> Option<Self> {
        (self.people >= FLOOR).then_some(self)
    }

    /// One person whose parts stand like this.
    pub fn of_person(parts: &[Part]) -> Self {
        let done = parts.iter().all(|p| p.completed);
        let begun = parts.iter().any(|p| p.started || p.completed);
        Self {
            people: 1,
            not_started: u32::from(!done && !begun),
            started: u32::from(!done && begun),
            completed: u32::from(done),
            overdue: u32::from(parts.iter().any(|p| !p.completed && p.overdue)),
        }
    }
}

/// How far a person is with one course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Part {
    /// Whether it was begun.
    pub started: bool,
    /// Whether it is complete.
    pub completed: bool,
    /// Whether its day is past.
    pub overdue: bool,
}

/// Counts by team as they may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ByTeam {
    /// Everybody; `None` below the floor.
    pub total: Option<Counts>,
    /// Teams at or above the floor.
    pub teams: BTreeMap<String, Counts>,
    /// All the others together; `None` below the floor.
    pub others: Option<Counts>,
}

/// Puts teams below the floor together. What is left over must not be told by total minus teams either: if it is itself
/// below the floor, the smallest of the teams goes with it. People without a team stand under the empty name, and are
/// always among the others.
pub fn by_team(counts: BTreeMap<String, Counts>) -> ByTeam {
    let mut total = Counts::default();
    let mut others = Counts::default();
    let mut teams = BTreeMap::new();
    for (team, count) in counts {
        total.add(count);
        if count.people >= FLOOR && !team.is_empty() {
            teams.insert(team, count);
        } else {
            others.add(count);
        }
    }
    if (1..FLOOR).contains(&others.people)
        && let Some(smallest) = teams.iter().min_by_key(|(_, c)| c.people).map(|(team, _)| team.clone())
        && let Some(count) = teams.remove(&smallest)
    {
        others.add(count);
    }
    ByTeam { total: total.shown(), teams, others: others.shown() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn people(people: u32) -> Counts {
        Counts { people, not_started: people, ..Counts::default() }
    }

    #[test]
    fn small_teams_are_shown_together() {
        let shown =
            by_team([("a".into(), people(9)), ("b".into(), people(3)), ("c".into(), people(4))].into());
        assert_eq!(shown.teams.keys().collect::<Vec<_>>(), ["a"]);
        assert_eq!(shown.others, Some(people(7)));
        assert_eq!(shown.total, Some(people(16)));
    }

    #[test]
    fn a_small_rest_takes_the_smallest_team_with_it() {
        let shown =
            by_team([("a".into(), people(9)), ("b".into(), people(6)), ("c".into(), people(2))].into());
        assert_eq!(shown.teams.keys().collect::<Vec<_>>(), ["a"]);
        assert_eq!(shown.others, Some(people(8)));
    }

    #[test]
    fn a_person_is_done_when_everything_is() {
        let (done, begun) =
            (Part { completed: true, ..Part::default() }, Part { started: true, ..Part::default() });
        let late = Part { overdue: true, ..Part::default() };
        assert_eq!(Counts::of_person(&[done, done]).completed, 1);
        assert_eq!(
            Counts::of_person(&[done, late]),
            Counts { people: 1, started: 1, overdue: 1, ..Counts::default() }
        );
        assert_eq!(Counts::of_person(&[begun, late]).started, 1);
        assert_eq!(Counts::of_person(&[late]).not_started, 1);
    }

    proptest! {
        #[test]
        fn nothing_below_the_floor_is_shown_or_left_over(sizes in proptest::collection::vec(0_u32..14, 0..12)) {
            let all: u32 = sizes.iter().sum();
            let counts = sizes.iter().enumerate().map(|(i, n)| (format!("t{i:02}"), people(*n))).collect();
            let shown = by_team(counts);
            let of_teams: u32 = shown.teams.values().map(|c| c.people).sum();
            prop_assert!(shown.teams.values().all(|c| c.people >= FLOOR));
            prop_assert_eq!(shown.total.is_some(), all >= FLOOR);
            if shown.total.is_some() {
                let rest = all - of_teams;
                prop_assert!(rest == 0 || rest >= FLOOR);
                prop_assert_eq!(shown.others.map_or(0, |c| c.people), rest);
            } else {
                prop_assert!(shown.teams.is_empty() && shown.others.is_none());
            }
        }
    }
}
