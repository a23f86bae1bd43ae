//! The people of all teams: names in their own letters, part-time weeks, joiners, leave.

use std::collections::HashMap;

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};

use super::{
    World, names,
    teams::{DEPARTMENTS, TEAMS, Team},
};

/// Somebody who works at the made-up organisation.
#[derive(Debug)]
pub(crate) struct Person {
    /// The personnel number.
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) team: &'static Team,
    pub(crate) start: Date,
    /// The days of the week that a part-timer does not work, besides the weekend.
    pub(crate) free_days: Vec<Weekday>,
    /// Weeks of leave: first and last day.
    pub(crate) leave: Vec<(Date, Date)>,
    /// How much more or less than others this person is drawn to the CRM, in logits.
    pub(crate) inclination: f64,
    /// Whether this person leads the team.
    pub(crate) leads: bool,
}

impl Person {
    /// Whether the person is at work on a day.
    pub(crate) fn works(&self, day: Date) -> bool {
        day >= self.start
            && self.team.site.works(day)
            && !self.free_days.contains(&day.weekday())
            && !self.leave.iter().any(|(a, b)| (*a..=*b).contains(&day))
    }
}

/// Everybody, team after team, the lead of a team first.
pub(super) fn of_all_teams(seed: u64) -> Vec<Person> {
    let mut random = StdRng::seed_from_u64(seed);
    let mut taken: HashMap<String, u32> = HashMap::new();
    let mut people = Vec::new();
    for team in TEAMS {
        for place in 0..team.size {
            let number = people.len() + 1;
            people.push(person(&mut random, &mut taken, team, place, number));
        }
    }
    people
}

fn person(
    random: &mut StdRng,
    taken: &mut HashMap<String, u32>,
    team: &'static Team,
    place: usize,
    number: usize,
) -> Person {
    let (given, family) = names::of(team.site.language);
    let (given, family) = (pick(random, given), pick(random, family));
    let mailbox = format!("{}.{}", given.1, family.1);
    let count = taken.entry(mailbox.clone()).or_default();
    *count += 1;
    let mailbox = if *count == 1 { mailbox } else { format!("{mailbox}{count}") };

    let first = World::first_day();
    let leads = place == 0;
    // One in twelve joined while the demo's history went on; nobody who leads did.
    let start = if !leads && random.random_bool(1.0 / 12.0) {
        first.saturating_add(random.random_range(5..90).days())
    } else {
        first.saturating_sub(random.random_range(200..2_500).days())
    };
    let workdays: Vec<Weekday> =
        Weekday::Monday.cycle_forward().take(7).filter(|d| !team.site.weekend.contains(d)).collect();
    let free_days = if !leads && random.random_bool(0.12) {
        workdays.choose_multiple(random, 2).copied().collect()
    } else {
        Vec::new()
    };
    let leave = (0..random.random_range(0..3))
        .map(|_| {
            let from = first.saturating_add(random.random_range(0..150).days());
            (from, from.saturating_add(random.random_range(0..9).days()))
        })
        .collect();
    // The sum of uniform numbers is near enough to a normal one here: a standard deviation of about 0.7.
    let inclination = (0..6).map(|_| random.random_range(-0.5..0.5)).sum::<f64>();
    Person {
        id: format!("S{number:04}"),
        name: format!("{} {}", given.0, family.0),
        email: format!("{mailbox}@sepehr.example"),
        team,
        start,
        free_days,
        leave,
        inclination,
        leads,
    }
}

fn pick(random: &mut StdRng, names: &'static [names::Name]) -> names::Name {
    names.choose(random).copied().unwrap_or(("?", "x"))
}

/// Those whom `chosen` chooses, as a file that the import takes.
pub(crate) fn directory_csv(
    people: &[Person],
    chosen: impl Fn(&Person) -> bool,
) -> Result<Vec<u8>, csv::Error> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record([
        "external_id",
        "display_name",
        "email",
        "language",
        "team",
        "parent_team",
        "position",
        "site",
        "time_zone",
        "weekend",
        "start_day",
        "part_time_days",
        "manager",
    ])?;
    let mut lead = "";
    for person in people {
        if person.leads {
            lead = &person.id;
        }
        if !chosen(person) {
            continue;
        }
        let site = person.team.site;
        let works: Vec<String> = if person.free_days.is_empty() {
            Vec::new()
        } else {
            Weekday::Monday
                .cycle_forward()
                .take(7)
                .filter(|d| !site.weekend.contains(d) && !person.free_days.contains(d))
                .map(weekday)
                .collect()
        };
        let department = DEPARTMENTS.iter().find(|d| d.0 == person.team.position.department);
        csv.write_record([
            person.id.as_str(),
            &person.name,
            &person.email,
            site.language,
            person.team.name,
            department.map_or("", |d| d.1[0]),
            person.team.position.title[0],
            site.name,
            site.time_zone,
            &site.weekend.map(weekday).join(","),
            &person.start.to_string(),
            &works.join(","),
            if person.leads { "" } else { lead },
        ])?;
    }
    Ok(csv.into_inner().unwrap_or_default())
}

fn weekday(day: Weekday) -> String {
    format!("{day:?}")
}
