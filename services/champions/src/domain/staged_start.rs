//! A start of champions in two halves: a coin says who starts now and who later, so that the halves differ in nothing but
//! the champion (method.md, "Did it help").

use std::collections::BTreeMap;

use jiff::{Timestamp, ToSpan, civil::Date};

/// Days between the two starts.
pub const WAIT_DAYS: i32 = 35;
/// The last of the 28 days that are compared, after the start.
pub const LAST_DAY: i32 = 35;
/// Teams of one start at most.
pub const MAX_TEAMS: usize = 1_000;

/// A start in two halves.
#[derive(Debug, Clone, PartialEq)]
pub struct StagedStart {
    /// The id.
    pub id: String,
    /// The programme.
    pub programme: String,
    /// The day on which the first half starts.
    pub start_day: Date,
    /// The teams, and whether each starts now.
    pub teams: BTreeMap<String, bool>,
    /// When it was made.
    pub create_time: Timestamp,
}

impl StagedStart {
    /// The day on which the second half starts.
    pub fn later_day(&self) -> Date {
        self.start_day.checked_add(WAIT_DAYS.days()).unwrap_or(Date::MAX)
    }

    /// Whether a team has to wait on a day.
    pub fn holds_back(&self, team: &str, day: Date) -> bool {
        day < self.later_day() && self.teams.get(team) == Some(&false)
    }

    /// The last day of what is compared.
    pub fn last_day(&self) -> Date {
        self.start_day.checked_add(LAST_DAY.days()).unwrap_or(Date::MAX)
    }
}

/// Pairs teams of like size and throws a coin for each pair; one that is left over starts now. `coins` has a bit for each
/// pair.
pub fn halves(sizes: &BTreeMap<String, u32>, coins: &[u8]) -> BTreeMap<String, bool> {
    let mut teams: Vec<(&u32, &String)> = sizes.iter().map(|(t, n)| (n, t)).collect();
    teams.sort_unstable();
    let mut halves = BTreeMap::new();
    for (pair, teams) in teams.chunks(2).enumerate() {
        let heads = coins.get(pair / 8).is_some_and(|byte| byte >> (pair % 8) & 1 == 1);
        match teams {
            [(_, a), (_, b)] => {
                halves.insert((*a).clone(), heads);
                halves.insert((*b).clone(), !heads);
            }
            [(_, a)] => {
                halves.insert((*a).clone(), true);
            }
            _ => {}
        }
    }
    halves
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pair_of_like_size_is_divided_by_the_coin() {
        let sizes: BTreeMap<String, u32> =
            [("a", 5), ("b", 50), ("c", 6), ("d", 48), ("e", 90)].map(|(t, n)| (t.to_owned(), n)).into();
        let halves = halves(&sizes, &[0b01]);
        assert_eq!((halves["a"], halves["c"]), (true, false));
        assert_eq!((halves["d"], halves["b"]), (false, true));
        assert!(halves["e"], "one that is left over does not wait");
    }
}
