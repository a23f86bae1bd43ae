//! The made-up organisation, in pure code: the same seed makes the same people and the same days.
//!
//! Sepehr (سپهر) trades in three cities with three different weekends. Most of its 40 teams use the new CRM as one would
//! hope; some never did, some stopped, and some were merely busy for a week. Which is which is written in [`teams`], so that
//! a test can ask whether Hamgam finds it out.

pub(crate) mod names;
pub(crate) mod people;
pub(crate) mod sites;
pub(crate) mod teams;
pub(crate) mod usage;

use std::sync::{Mutex, PoisonError};

use jiff::{ToSpan, civil::Date};

pub(crate) use self::{people::Person, teams::Team};

/// Days of history before the demo begins.
pub(crate) const HISTORY_DAYS: i32 = 120;
/// The first day that has not happened yet when the demo begins.
pub(crate) const TODAY: Date = jiff::civil::date(2026, 5, 12);

/// The organisation's id in addresses.
pub(crate) const ORGANIZATION: &str = "sepehr";

/// Everything that does not change from day to day.
#[derive(Debug)]
pub(crate) struct World {
    seed: u64,
    pub(crate) people: Vec<Person>,
    /// Teams that learned what they lacked, with the day from which it shows.
    retrained: Mutex<Vec<(String, Date)>>,
}

impl World {
    /// Makes the organisation up.
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed, people: people::of_all_teams(seed), retrained: Mutex::default() }
    }

    /// Lets a team use the CRM like others from a day on, because it was retrained. The first day counts.
    pub(crate) fn retrain(&self, team: &str, day: Date) {
        let mut retrained = self.retrained.lock().unwrap_or_else(PoisonError::into_inner);
        if !retrained.iter().any(|(known, _)| known == team) {
            retrained.push((team.to_owned(), day));
        }
    }

    /// The teams that were retrained so far.
    pub(crate) fn retrained(&self) -> Vec<(String, Date)> {
        self.retrained.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What is left of a team's usual use on a day: 1 is all of it.
    fn factor(&self, team: &Team, day: Date) -> f64 {
        let retrained = self.retrained.lock().unwrap_or_else(PoisonError::into_inner);
        if retrained.iter().any(|(id, from)| id == team.id && day >= *from) {
            0.95
        } else {
            team.uptake.factor(day)
        }
    }

    /// The first day of history.
    pub(crate) fn first_day() -> Date {
        TODAY.saturating_sub(HISTORY_DAYS.days())
    }

    /// The days of history, oldest first.
    pub(crate) fn history() -> impl Iterator<Item = Date> {
        Self::first_day().series(1.day()).take_while(|day| *day < TODAY)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashSet};

    use super::{teams::Uptake, *};

    #[test]
    fn about_four_hundred_people_in_forty_teams() {
        let world = World::new(1);
        assert_eq!(teams::TEAMS.len(), 40);
        assert!((380..=460).contains(&world.people.len()), "{}", world.people.len());
        let ids: HashSet<_> = world.people.iter().map(|p| &p.id).collect();
        assert_eq!(ids.len(), world.people.len(), "ids are unique");
        let mails: HashSet<_> = world.people.iter().map(|p| &p.email).collect();
        assert_eq!(mails.len(), world.people.len(), "mail addresses are unique");
    }

    #[test]
    fn the_same_seed_makes_the_same_days() {
        let (a, b) = (World::new(3), World::new(3));
        let day = TODAY.saturating_sub(10.days());
        assert_eq!(a.acts_of(day), b.acts_of(day));
        assert_ne!(a.acts_of(day), World::new(4).acts_of(day));
    }

    #[test]
    fn nobody_works_at_nowruz_in_tehran_while_london_does() {
        let world = World::new(1);
        let acts = world.acts_of(jiff::civil::date(2026, 3, 23));
        let site_of: BTreeMap<_, _> = world.people.iter().map(|p| (p.id.as_str(), p.team.site.id)).collect();
        assert!(!acts.is_empty());
        assert!(acts.iter().all(|a| site_of[a.person.as_str()] != "tehran"));
        assert!(acts.iter().any(|a| site_of[a.person.as_str()] == "london"));
    }

    #[test]
    fn low_teams_are_low_and_declining_teams_decline() {
        let world = World::new(1);
        let days: Vec<Date> = World::history().collect();
        let use_in = |team: &Team, days: &[Date]| {
            let members: HashSet<_> =
                world.people.iter().filter(|p| p.team.id == team.id).map(|p| p.id.clone()).collect();
            let mut active = HashSet::new();
            for day in days {
                active.extend(
                    world
                        .acts_of(*day)
                        .iter()
                        .filter(|a| members.contains(&a.person))
                        .map(|a| (a.person.clone(), *day)),
                );
            }
            #[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
            let share = active.len() as f64 / (members.len() * days.len()) as f64;
            share
        };
        for team in teams::TEAMS {
            let (early, late) = (use_in(team, &days[..40]), use_in(team, &days[92..]));
            let peers = team.position.daily_use * 5.0 / 7.0;
            match team.uptake {
                Uptake::Low(_) => assert!(late < 0.6 * peers, "{} {late}", team.id),
                Uptake::Declining { .. } => assert!(late < 0.75 * early, "{} {early} {late}", team.id),
                Uptake::Steady | Uptake::Busy { .. } => {}
            }
        }
    }
}
