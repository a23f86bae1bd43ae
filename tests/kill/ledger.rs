//! What was sent, and what was acknowledged.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Weekday},
    tz::TimeZone,
};
use lab::World;
use proto::telemetry::v1::UsageEvent;

/// The events of a run, made from their numbers, so that one sent again is the same again.
#[derive(Debug)]
pub(super) struct Ledger {
    people: u64,
    base: Timestamp,
    next: u64,
    in_flight: BTreeSet<u64>,
    acknowledged: Vec<u64>,
    /// Of the acknowledged, how many were known before the last restart.
    settled: usize,
}

impl Ledger {
    /// An empty ledger of a world's people; the events happen in the 70 hours before `now`.
    pub(super) fn new(world: &World, now: Timestamp) -> Self {
        let people = world.people() as u64;
        Self { people, base: now, next: 0, in_flight: BTreeSet::new(), acknowledged: Vec::new(), settled: 0 }
    }

    /// New numbers, which are under way from now on.
    pub(super) fn take(&mut self, count: u64) -> Vec<u64> {
        let numbers: Vec<u64> = (self.next..self.next + count).collect();
        self.next += count;
        self.in_flight.extend(&numbers);
        numbers
    }

    /// The server said that it has them.
    pub(super) fn acknowledge(&mut self, numbers: &[u64]) {
        for number in numbers {
            if self.in_flight.remove(number) {
                self.acknowledged.push(*number);
            }
        }
    }

    /// Those of which nobody knows whether they arrived.
    pub(super) fn in_flight(&self) -> Vec<u64> {
        self.in_flight.iter().copied().collect()
    }

    /// Those that were acknowledged since this was asked last.
    pub(super) fn fresh(&mut self) -> Vec<u64> {
        let fresh = self.acknowledged[self.settled..].to_vec();
        self.settled = self.acknowledged.len();
        fresh
    }

    /// All that were acknowledged.
    pub(super) fn acknowledged(&self) -> &[u64] {
        &self.acknowledged
    }

    /// The event of a number. People come in an order that looks random, so that days fill up slowly.
    pub(super) fn event(&self, number: u64) -> UsageEvent {
        let mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
        let person = usize::try_from(mixed % self.people).expect("a person");
        UsageEvent {
            event_id: format!("event-{number}"),
            time: Some(kit::db::time::to_proto(self.time(number))),
            external_id: World::external_id(person),
            feature: "opportunity".into(),
        }
    }

    fn time(&self, number: u64) -> Timestamp {
        let minutes = i64::try_from(60 + number % (69 * 60)).expect("minutes");
        self.base - minutes.minutes()
    }

    /// How many people the acknowledged events make active on each working day before the present one: of days on which
    /// nobody is expected to use the application nothing is told.
    pub(super) fn active_by_day(&self, today: Date) -> BTreeMap<String, i64> {
        let mut people: BTreeMap<Date, BTreeSet<String>> = BTreeMap::new();
        for number in &self.acknowledged {
            let day = self.time(*number).to_zoned(TimeZone::UTC).date();
            people.entry(day).or_default().insert(self.event(*number).external_id);
        }
        people
            .into_iter()
            .filter(|(day, _)| *day < today && !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday))
            .map(|(day, people)| (day.to_string(), i64::try_from(people.len()).expect("people")))
            .collect()
    }
}
