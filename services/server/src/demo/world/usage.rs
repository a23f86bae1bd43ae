//! What people did in the CRM on a day.

use jiff::{civil::Date, tz::TimeZone};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};

use super::{Person, World, teams::Team};

/// One act of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Act {
    /// The same in every run.
    pub(crate) id: String,
    /// The personnel number.
    pub(crate) person: String,
    pub(crate) feature: &'static str,
    pub(crate) time: jiff::Timestamp,
}

/// Records that a team saved with a feature on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Records {
    pub(crate) id: String,
    pub(crate) team: &'static str,
    pub(crate) feature: &'static str,
    pub(crate) complete: u32,
    pub(crate) incomplete: u32,
    pub(crate) duplicate: u32,
    pub(crate) corrected: u32,
}

/// From this day on some teams save their records with more care: they take part in a challenge.
const CARE: Date = jiff::civil::date(2026, 4, 14);
/// The teams that do. Another one of the challenge was flagged, and has other worries.
const CAREFUL: [&str; 3] = ["sales-teh-1", "support-teh-1", "field-teh-1"];

/// On this day the CRM was down for most of the morning.
const OUTAGE: Date = jiff::civil::date(2026, 2, 17);

impl World {
    /// Everything that everybody did on a day, by person and time.
    pub(crate) fn acts_of(&self, day: Date) -> Vec<Act> {
        let mut random = self.random_of(day, 0);
        // People swing together from day to day, a little.
        let mood = random.random_range(-0.15..0.15) - if day == OUTAGE { 0.9 } else { 0.0 };
        let mut acts = Vec::new();
        for (number, person) in self.people.iter().enumerate() {
            let mut random = self.random_of(day, number as u64 + 1);
            if person.works(day)
                && random.random_bool(chance(person, day, mood, self.factor(person.team, day)))
            {
                acts.extend(day_of(person, day, &mut random));
            }
        }
        acts
    }

    /// The records that teams saved on a day. Teams that never were trained leave more of them incomplete.
    pub(crate) fn records_of(&self, day: Date) -> Vec<Records> {
        let mut all: Vec<Records> = Vec::new();
        for act in self.acts_of(day) {
            let Some(person) = self.people.iter().find(|p| p.id == act.person) else { continue };
            let team = person.team;
            if !team.position.core.contains(&act.feature) {
                continue;
            }
            let slot =
                all.iter().position(|r| r.team == team.id && r.feature == act.feature).unwrap_or_else(|| {
                    all.push(Records {
                        id: format!("{day}-{}-{}", team.id, act.feature),
                        team: team.id,
                        feature: act.feature,
                        complete: 0,
                        incomplete: 0,
                        duplicate: 0,
                        corrected: 0,
                    });
                    all.len() - 1
                });
            let mut random = self.random_of(day, act.time.as_second().unsigned_abs());
            let errors = error_share(team, day);
            let record = &mut all[slot];
            if !random.random_bool(errors) {
                record.complete += 1;
            } else if random.random_bool(0.7) {
                record.incomplete += 1;
            } else if random.random_bool(0.5) {
                record.duplicate += 1;
            } else {
                record.corrected += 1;
            }
        }
        all
    }

    /// Randomness that belongs to a day and something on it.
    pub(crate) fn random_of(&self, day: Date, what: u64) -> StdRng {
        let day = u64::from(day.day_of_year().unsigned_abs()) + 1_000 * u64::from(day.year().unsigned_abs());
        StdRng::seed_from_u64(
            self.seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)
                ^ day.wrapping_mul(0xBF58_476D_1CE4_E5B9)
                ^ (what << 17)
                ^ what,
        )
    }
}

/// How likely the person uses the CRM on a working day.
fn chance(person: &Person, day: Date, mood: f64, factor: f64) -> f64 {
    let usual = person.team.position.daily_use;
    let logit = (usual / (1.0 - usual)).ln() + person.inclination + mood;
    let settled_in = f64::from(day.since(person.start).map_or(60, |s| s.get_days()).clamp(2, 21)) / 21.0;
    (1.0 / (1.0 + (-logit).exp()) * settled_in * factor).clamp(0.0, 1.0)
}

/// One to six acts between nine and five, local time, at least one of them a core task.
fn day_of(person: &Person, day: Date, random: &mut StdRng) -> Vec<Act> {
    let position = person.team.position;
    let zone = TimeZone::get(person.team.site.time_zone).unwrap_or(TimeZone::UTC);
    let count = random.random_range(1..=4);
    (0..count)
        .filter_map(|n| {
            let features = if n == 0 || random.random_bool(0.55) { position.core } else { position.other };
            let feature = features.choose(random)?;
            let minute = random.random_range(9 * 60..17 * 60);
            let local = day.at(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0);
            Some(Act {
                id: format!("{}-{day}-{n}", person.id),
                person: person.id.clone(),
                feature,
                time: local.to_zoned(zone.clone()).ok()?.timestamp(),
            })
        })
        .collect()
}

fn error_share(team: &Team, day: Date) -> f64 {
    match team.uptake {
        super::teams::Uptake::Low(super::teams::Why::TrainedOnly) => 0.30,
        super::teams::Uptake::Low(_) => 0.24,
        _ if day >= CARE && CAREFUL.contains(&team.id) => 0.06,
        _ => 0.09,
    }
}
