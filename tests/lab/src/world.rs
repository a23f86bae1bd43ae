//! A made-up directory and its usage, as the files of somebody else's systems: other column names, newest rows first.

use std::io::{self, Write};

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use rand::{Rng, SeedableRng, rngs::StdRng};

/// What a world is made of. The same numbers make the same world.
#[derive(Debug, Clone, Copy)]
pub struct World {
    /// Teams, in departments of ten.
    pub teams: usize,
    /// People in each.
    pub people_per_team: usize,
    /// Positions; every team has one.
    pub positions: usize,
    /// Chance that a person of a usual team does something on a working day.
    pub rate: f64,
    /// For the dice.
    pub seed: u64,
}

impl Default for World {
    fn default() -> Self {
        Self { teams: 20, people_per_team: 8, positions: 2, rate: 0.55, seed: 1 }
    }
}

/// The mapping of [`World::people_csv`] for the command line.
pub const PEOPLE_MAPPING: &[(&str, &str)] = &[
    ("external_id", "Personnel No."),
    ("display_name", "Who"),
    ("team", "Crew"),
    ("parent_team", "Wing"),
    ("position", "Trade"),
    ("start_day", "Since"),
];

/// The mapping of [`World::write_usage`] for the command line.
pub const USAGE_MAPPING: &[(&str, &str)] =
    &[("event_id", "Ref"), ("time", "When"), ("external_id", "Personnel No."), ("feature", "Object")];

/// The features that usage names.
pub const FEATURES: [&str; 4] = ["contact", "opportunity", "quote", "report"];

impl World {
    /// How many people there are.
    pub fn people(&self) -> usize {
        self.teams * self.people_per_team
    }

    /// The external id of a person, by number.
    pub fn external_id(person: usize) -> String {
        format!("p{person:06}")
    }

    /// The team of a person, by number.
    pub fn team_of(&self, person: usize) -> usize {
        person / self.people_per_team
    }

    /// The directory.
    pub fn people_csv(&self) -> String {
        use std::fmt::Write as _;

        let mut csv = String::from("Personnel No.,Who,Wing,Crew,Trade,Since\n");
        for person in 0..self.people() {
            let team = self.team_of(person);
            let (wing, trade) = (team / 10, team % self.positions);
            let id = Self::external_id(person);
            let _ = writeln!(csv, "{id},Person {person},Wing {wing},Crew {team},Trade {trade},2020-01-06");
        }
        csv
    }

    /// One act or more for every person who is active on a working day, Monday to Friday. Every tenth team is low, every
    /// tenth but one stops in the last third.
    pub fn write_usage(&self, out: &mut impl Write, first: Date, last: Date) -> io::Result<u64> {
        let mut dice = StdRng::seed_from_u64(self.seed);
        let days: Vec<Date> = first
            .series(1.day())
            .take_while(|d| *d <= last)
            .filter(|d| !matches!(d.weekday(), Weekday::Saturday | Weekday::Sunday))
            .collect();
        let mut rows = 0;
        writeln!(out, "Ref,When,Personnel No.,Object")?;
        for (number, day) in days.iter().enumerate().rev() {
            for person in 0..self.people() {
                let team = self.team_of(person);
                let rate = match team % 10 {
                    3 => self.rate * 0.25,
                    7 if number * 3 > days.len() * 2 => self.rate * 0.3,
                    _ => self.rate,
                };
                if !dice.random_bool(rate) {
                    continue;
                }
                for _ in 0..dice.random_range(1..=2) {
                    let (hour, minute) = (dice.random_range(7..17), dice.random_range(0..60));
                    let feature = FEATURES[dice.random_range(0..FEATURES.len())];
                    let id = Self::external_id(person);
                    writeln!(out, "u{rows},{day}T{hour:02}:{minute:02}:00Z,{id},{feature}")?;
                    rows += 1;
                }
            }
        }
        Ok(rows)
    }

    /// [`World::write_usage`] as text.
    pub fn usage_csv(&self, first: Date, last: Date) -> String {
        let mut csv = Vec::new();
        self.write_usage(&mut csv, first, last).expect("memory");
        String::from_utf8(csv).expect("UTF-8")
    }
}

/// A mapping as words of the command line.
pub fn map_words(mapping: &[(&str, &str)]) -> Vec<String> {
    mapping.iter().flat_map(|(field, column)| ["--map".to_owned(), format!("{field}={column}")]).collect()
}
