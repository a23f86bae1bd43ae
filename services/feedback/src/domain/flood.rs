//! How much may be posted anonymously, without remembering who posted.
//!
//! Only the running process counts, and only for an hour: under a hash of the person with a key that is drawn when the process
//! starts and never leaves it. Nothing is stored; a restart forgets everything.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, PoisonError},
};

use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// How long a posting counts, in seconds.
const WINDOW: i64 = 3_600;

/// How much is taken within an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// From one person.
    pub per_person: u32,
    /// From all of an organization.
    pub altogether: u32,
}

/// Counts postings of the last hour.
pub struct Flood {
    key: [u8; 32],
    limits: Limits,
    postings: Mutex<HashMap<[u8; 32], VecDeque<i64>>>,
}

impl Flood {
    /// Nothing was posted yet. The key must be random.
    pub fn new(key: [u8; 32], limits: Limits) -> Self {
        Self { key, limits, postings: Mutex::default() }
    }

    /// Takes one posting; or says in how many seconds there is room for it. What is refused does not count.
    pub fn take(&self, organization: &str, person: &str, now: Timestamp) -> Result<(), u64> {
        let (now, oldest) = (now.as_second(), now.as_second() - WINDOW);
        let (everybody, one) = (self.hide(organization, ""), self.hide(organization, person));
        let mut postings = self.postings.lock().unwrap_or_else(PoisonError::into_inner);
        // An hour later nobody is in here any more. What is kept is bounded by what is taken.
        postings.retain(|_, times| {
            while times.front().is_some_and(|t| *t <= oldest || *t > now) {
                times.pop_front();
            }
            !times.is_empty()
        });
        for (who, limit) in [(one, self.limits.per_person), (everybody, self.limits.altogether)] {
            let times = postings.get(&who);
            let count = times.map_or(0, VecDeque::len);
            if u32::try_from(count).unwrap_or(u32::MAX) >= limit {
                let first = times.and_then(VecDeque::front).copied().unwrap_or(now);
                return Err(u64::try_from(first + WINDOW - now).unwrap_or(1).max(1));
            }
        }
        for who in [one, everybody] {
            postings.entry(who).or_default().push_back(now);
        }
        Ok(())
    }

    fn hide(&self, organization: &str, person: &str) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(self.key);
        hash.update(organization);
        hash.update([0]);
        hash.update(person);
        hash.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_772_442_000 + second).unwrap()
    }

    fn flood(per_person: u32, altogether: u32) -> Flood {
        Flood::new([7; 32], Limits { per_person, altogether })
    }

    #[test]
    fn one_person_waits_and_the_others_do_not() {
        let flood = flood(2, 4);
        assert_eq!(flood.take("acme", "sara", at(0)), Ok(()));
        assert_eq!(flood.take("acme", "sara", at(10)), Ok(()));
        assert_eq!(flood.take("acme", "sara", at(20)), Err(3_580));
        assert_eq!(flood.take("acme", "omid", at(20)), Ok(()));
        assert_eq!(flood.take("acme", "lea", at(30)), Ok(()));
        assert_eq!(flood.take("acme", "nima", at(40)), Err(3_560), "the organization is full");
        assert_eq!(flood.take("globex", "nima", at(40)), Ok(()), "another one is not");
        assert_eq!(flood.take("acme", "sara", at(3_600)), Ok(()));
    }

    #[test]
    fn after_an_hour_nothing_is_remembered() {
        let flood = flood(2, 100);
        for person in 0..50 {
            flood.take("acme", &person.to_string(), at(person)).unwrap();
        }
        flood.take("acme", "last", at(4_000)).unwrap();
        assert_eq!(flood.postings.lock().unwrap().len(), 2, "the last one and the organization");
    }

    #[test]
    fn names_are_hidden_by_a_key() {
        let (a, b) = (Flood::new([1; 32], flood(1, 1).limits), Flood::new([2; 32], flood(1, 1).limits));
        assert_ne!(a.hide("acme", "sara"), b.hide("acme", "sara"));
        assert_ne!(a.hide("acme", "sara"), a.hide("acmesara", ""));
    }

    proptest! {
        #[test]
        fn no_hour_has_more_than_its_limit(steps in proptest::collection::vec((0_i64..900, 0_u8..4), 1..80)) {
            let flood = flood(3, 7);
            let (mut now, mut taken) = (0, Vec::new());
            for (wait, person) in steps {
                now += wait;
                if flood.take("acme", &person.to_string(), at(now)).is_ok() {
                    taken.push((now, person));
                }
                let within = |p: Option<u8>| taken.iter()
                    .filter(|(t, who)| *t > now - WINDOW && p.is_none_or(|p| p == *who)).count();
                prop_assert!(within(None) <= 7);
                prop_assert!((0..4).all(|p| within(Some(p)) <= 3));
            }
        }
    }
}
