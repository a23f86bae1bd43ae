//! Going on where an earlier run ended, from the columns that were kept, without its counts.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use super::{Before, Evaluator, Names, Surroundings, week};
use crate::domain::{
    feed::FeedTotals,
    packed::{Packer, Unpacker},
    position_problem::PositionStanding,
    rule::{LEVEL_DAYS, LOOKS_BACK, Marks, PeerMarks, PeerTotals, Totals},
    standing::Day,
};

/// What is kept of a day. It depends on the counts up to the day, and on nothing that came later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The first day that the totals count from; only totals with the same one fit each other.
    pub origin: Day,
    /// Totals up to the day, packed: what later days subtract.
    pub totals: Vec<u8>,
    /// What is known of the day itself, packed: what the next day goes on from.
    pub latest: Vec<u8>,
}

/// What the evaluation of the next day goes on from.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// The last day that was evaluated.
    pub last: Day,
    /// The first day that the totals count from.
    pub origin: Day,
    /// [`Kept::totals`] of the days of [`looks_back`].
    pub totals: BTreeMap<Day, Vec<u8>>,
    /// [`Kept::latest`] of the last day.
    pub latest: Vec<u8>,
    /// Eligible people of the last 28 days, by the number of the cell.
    pub people: BTreeMap<Day, Vec<(u32, u32)>>,
}

/// The days before `first` whose totals the evaluation of `first` to `last` needs.
pub fn looks_back(first: Day, last: Day) -> BTreeSet<Day> {
    let mut days = BTreeSet::new();
    for day in first..=last {
        let rule = LOOKS_BACK.into_iter().chain([LEVEL_DAYS + 1]);
        let lags = rule.chain(week::looks_back(day));
        days.extend(lags.map(|lag| day - Day::try_from(lag).unwrap_or(Day::MAX)).filter(|d| *d < first));
    }
    days
}

impl Evaluator {
    /// What is to be kept of the last day pushed.
    pub fn keep(&self) -> Kept {
        let (totals, marks) = self.engine.keep();
        let mut packer = Packer::default();
        packer.put(&totals.active);
        packer.put(&totals.eligible);
        for peers in [&totals.by_position, &totals.by_place] {
            packer.put(&peers.plain);
            packer.put(&peers.expected);
        }
        for column in self.feed.keep().iter().flatten() {
            packer.put(column);
        }
        let totals = packer.finish();
        let mut packer = Packer::default();
        for peers in [&marks.by_position, &marks.by_place] {
            packer.put(&peers.weight);
            packer.put(&peers.counted);
        }
        packer.put(&self.first_day);
        packer.put(&self.newest);
        packer.put(&self.newcomers);
        packer.put(&self.void);
        Kept { origin: self.origin, totals, latest: packer.finish() }
    }

    /// An evaluator that goes on from the past; `None` when what was kept cannot be read.
    pub fn resume(
        surroundings: Surroundings,
        units: HashMap<String, Before>,
        position_standings: HashMap<String, PositionStanding>,
        names: Arc<Names>,
        past: &Past,
    ) -> Option<Self> {
        let mut new = Self::new(surroundings, units, position_standings).with_names(names);
        new.grow();
        new.origin = past.origin;
        new.day = Some(past.last);
        for (day, packed) in &past.totals {
            let back = usize::try_from(past.last - day).ok()?;
            let (totals, feed) = unpack_totals(packed)?;
            new.engine.restore(back, &totals);
            new.feed.restore(back, &feed);
        }
        let days = usize::try_from(past.last - past.origin).ok()? + 1;
        let mut latest = Unpacker::new(&past.latest)?;
        let mut peers = || Some(PeerMarks { weight: latest.take()?, counted: latest.take()? });
        new.engine.resume(days, &Marks { by_position: peers()?, by_place: peers()? });
        put_back(&mut new.first_day, &latest.take()?);
        put_back(&mut new.newest, &latest.take()?);
        put_back(&mut new.newcomers, &latest.take()?);
        put_back(&mut new.void, &latest.take()?);
        let days = Day::try_from(LEVEL_DAYS).unwrap_or(0);
        for day in (past.last - days + 1).max(past.origin)..=past.last {
            let mut column = vec![0; new.groups.len()];
            for &(cell, people) in past.people.get(&day).into_iter().flatten() {
                if let Some(own) = column.get_mut(cell as usize) {
                    *own = people;
                }
            }
            new.people.push_back(column);
        }
        Some(new)
    }
}

fn unpack_totals(packed: &[u8]) -> Option<(Totals, FeedTotals)> {
    let mut unpacker = Unpacker::new(packed)?;
    let (active, eligible) = (unpacker.take()?, unpacker.take()?);
    let mut peers = || Some(PeerTotals { plain: unpacker.take()?, expected: unpacker.take()? });
    let totals = Totals { active, eligible, by_position: peers()?, by_place: peers()? };
    let mut feed = || Some([unpacker.take()?, unpacker.take()?]);
    Some((totals, [feed()?, feed()?]))
}

/// Cells that came later keep what a new cell has.
fn put_back<T: Copy>(own: &mut [T], kept: &[T]) {
    let known = own.len().min(kept.len());
    own[..known].copy_from_slice(&kept[..known]);
}
