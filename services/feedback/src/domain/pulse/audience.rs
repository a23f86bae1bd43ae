//! Whom a pulse asks, and who is spared.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// Everybody who is in one of the teams or below, holds one of the positions and works at one of the sites. An empty list
/// does not limit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Audience {
    /// Teams.
    pub teams: Vec<String>,
    /// Positions.
    pub positions: Vec<String>,
    /// Sites.
    pub sites: Vec<String>,
}

/// What the rule asks of a person on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Candidate<'a> {
    /// The person's team and those above it.
    pub teams: Vec<&'a str>,
    /// The position held.
    pub position: Option<&'a str>,
    /// The site.
    pub site: Option<&'a str>,
}

impl Audience {
    /// Whether the rule selects a person.
    pub fn matches(&self, person: &Candidate<'_>) -> bool {
        let among = |all: &[String], one: Option<&str>| {
            all.is_empty() || one.is_some_and(|one| all.iter().any(|a| a == one))
        };
        (self.teams.is_empty() || person.teams.iter().any(|t| among(&self.teams, Some(t))))
            && among(&self.positions, person.position)
            && among(&self.sites, person.site)
    }
}

/// The fewest days from one round that asks a person to the next one, as long as nobody chose otherwise.
pub const DAYS_BETWEEN: u32 = 14;

/// Whether a person who was last asked on a day is spared today: nobody is asked, by whatever pulse, more often than every
/// `days_between` days.
pub fn is_spared(last_asked: Option<Date>, today: Date, days_between: u32) -> bool {
    last_asked.is_some_and(|last| today < last.saturating_add(i64::from(days_between).days()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn ids(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|&id| id.into()).collect()
    }

    #[test]
    fn every_list_limits_and_an_empty_one_does_not() {
        let seller = Candidate { teams: vec!["west", "sales"], position: Some("seller"), site: None };
        assert!(Audience::default().matches(&seller));
        let sales = Audience { teams: ids(&["sales"]), ..Audience::default() };
        assert!(sales.matches(&seller));
        assert!(!sales.matches(&Candidate::default()), "somebody without a team");
        assert!(Audience { positions: ids(&["clerk", "seller"]), ..sales.clone() }.matches(&seller));
        assert!(!Audience { positions: ids(&["clerk"]), ..sales.clone() }.matches(&seller));
        assert!(!Audience { sites: ids(&["tehran"]), ..sales }.matches(&seller), "the site is not known");
    }

    #[test]
    fn nobody_is_asked_more_often_than_the_cap() {
        let last = Some(date(2026, 3, 2));
        assert!(is_spared(last, date(2026, 3, 15), 14));
        assert!(!is_spared(last, date(2026, 3, 16), 14));
        assert!(!is_spared(None, date(2026, 3, 2), 14));
    }
}
