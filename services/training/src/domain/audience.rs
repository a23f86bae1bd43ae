//! Rules that select people.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::level::Level;

/// A rule: every condition of `all_of`, and at least one of every group in `any_of`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Audience {
    /// Conditions that must all hold.
    pub all_of: Vec<Condition>,
    /// Groups of which at least one condition must hold each.
    pub any_of: Vec<Vec<Condition>>,
}

/// One condition on a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Holds one of these positions.
    Position(Vec<String>),
    /// Is in one of these teams or below.
    Team(Vec<String>),
    /// Has one of these levels.
    Level(Vec<Level>),
    /// Has been employed for so many days.
    Tenure {
        /// At least.
        min_days: i32,
        /// At most; `None`: without limit.
        max_days: Option<i32>,
    },
    /// Has not completed this course, or it has lapsed.
    NotCompleted(String),
    /// Has completed this course, and it has not lapsed.
    HasCompleted(String),
    /// Works at one of these sites.
    Site(Vec<String>),
}

/// What a rule asks of a person on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Candidate {
    /// The person's id.
    pub person: String,
    /// The position held; `None` for somebody without a membership.
    pub position: Option<String>,
    /// The person's team and the teams above it, the own one first.
    pub teams: Vec<String>,
    /// The level.
    pub level: Option<Level>,
    /// The site.
    pub site: Option<String>,
    /// Days of employment.
    pub tenure_days: i32,
    /// Courses completed and not lapsed.
    pub completed: BTreeSet<String>,
}

impl Audience {
    /// Whether the rule selects a person.
    pub fn matches(&self, person: &Candidate) -> bool {
        self.all_of.iter().all(|c| c.holds(person))
            && self.any_of.iter().all(|group| group.iter().any(|c| c.holds(person)))
    }

    /// All conditions, wherever they stand.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.all_of.iter().chain(self.any_of.iter().flatten())
    }
}

impl Condition {
    fn holds(&self, person: &Candidate) -> bool {
        match self {
            Self::Position(positions) => person.position.as_ref().is_some_and(|p| positions.contains(p)),
            Self::Team(teams) => person.teams.iter().any(|t| teams.contains(t)),
            Self::Level(levels) => person.level.is_some_and(|l| levels.contains(&l)),
            Self::Tenure { min_days, max_days } => {
                person.tenure_days >= *min_days && max_days.is_none_or(|max| person.tenure_days <= max)
            }
            Self::NotCompleted(course) => !person.completed.contains(course),
            Self::HasCompleted(course) => person.completed.contains(course),
            Self::Site(sites) => person.site.as_ref().is_some_and(|s| sites.contains(s)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn seller() -> Candidate {
        Candidate {
            person: "p".into(),
            position: Some("seller".into()),
            teams: vec!["west".into(), "sales".into()],
            level: Some(Level::Novice),
            site: Some("tehran".into()),
            tenure_days: 30,
            completed: BTreeSet::from(["intro".to_owned()]),
        }
    }

    fn one(condition: Condition) -> Audience {
        Audience { all_of: vec![condition], any_of: vec![] }
    }

    #[test]
    fn an_empty_rule_selects_everybody() {
        assert!(Audience::default().matches(&seller()));
        assert!(Audience::default().matches(&Candidate::default()));
    }

    #[test]
    fn each_condition_looks_at_its_own_fact() {
        use Condition as C;
        let holds = [
            C::Position(vec!["clerk".into(), "seller".into()]),
            C::Team(vec!["sales".into()]),
            C::Team(vec!["west".into()]),
            C::Level(vec![Level::Novice]),
            C::Tenure { min_days: 30, max_days: Some(30) },
            C::Tenure { min_days: 0, max_days: None },
            C::NotCompleted("advanced".into()),
            C::HasCompleted("intro".into()),
            C::Site(vec!["tehran".into()]),
        ];
        for condition in holds {
            assert!(one(condition.clone()).matches(&seller()), "{condition:?}");
        }
        let fails = [
            C::Position(vec!["clerk".into()]),
            C::Team(vec!["east".into()]),
            C::Level(vec![Level::Expert]),
            C::Tenure { min_days: 31, max_days: None },
            C::Tenure { min_days: 0, max_days: Some(29) },
            C::NotCompleted("intro".into()),
            C::HasCompleted("advanced".into()),
            C::Site(vec!["dubai".into()]),
        ];
        for condition in fails {
            assert!(!one(condition.clone()).matches(&seller()), "{condition:?}");
        }
    }

    #[test]
    fn somebody_without_a_team_matches_no_team_or_position() {
        let nobody = Candidate::default();
        assert!(!one(Condition::Team(vec!["sales".into()])).matches(&nobody));
        assert!(!one(Condition::Position(vec!["seller".into()])).matches(&nobody));
        assert!(one(Condition::NotCompleted("intro".into())).matches(&nobody));
    }

    #[test]
    fn of_every_group_one_condition_must_hold() {
        let (yes, no) = (Condition::HasCompleted("intro".into()), Condition::NotCompleted("intro".into()));
        let rule = |groups: Vec<Vec<Condition>>| Audience { all_of: vec![yes.clone()], any_of: groups };
        assert!(rule(vec![vec![no.clone(), yes.clone()], vec![yes.clone()]]).matches(&seller()));
        assert!(!rule(vec![vec![no.clone(), yes.clone()], vec![no.clone()]]).matches(&seller()));
        assert!(!rule(vec![vec![]]).matches(&seller()), "a group without a condition holds for nobody");
    }

    proptest! {
        #[test]
        fn another_condition_never_selects_more_people(tenure in -5_i32..400, min in 0_i32..400, extra in 0_i32..400) {
            let person = Candidate { tenure_days: tenure, ..seller() };
            let rule = one(Condition::Tenure { min_days: min, max_days: None });
            let mut narrower = rule.clone();
            narrower.all_of.push(Condition::Tenure { min_days: 0, max_days: Some(extra) });
            prop_assert!(!narrower.matches(&person) || rule.matches(&person));
        }
    }
}
