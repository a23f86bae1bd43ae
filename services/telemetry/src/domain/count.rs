//! Counting: which days a person was active on a core task, and `n` and `x` of every cell and day.

use std::collections::BTreeMap;

use super::{
    bits::Bits,
    core_tasks::{CoreTasks, Tasks},
    roster::Roster,
};

/// Who was active on which day, by ordinal.
pub type Marks = BTreeMap<i32, Bits>;

/// Turns events into marks: the site-local day of each event, and whether it was a core task of the position that the
/// person held on that day.
#[derive(Debug)]
pub struct Marker<'a> {
    roster: &'a Roster,
    tasks: Vec<Option<&'a Tasks>>,
    marks: Marks,
}

impl<'a> Marker<'a> {
    /// A marker over the days of the roster.
    pub fn new(roster: &'a Roster, core: &'a CoreTasks) -> Self {
        let tasks = roster.positions.iter().map(|p| core.of(p)).collect();
        Self { roster, tasks, marks: Marks::new() }
    }

    /// Takes one event of a feature that somebody entered. Events of people whom the directory does not have, and of
    /// days outside the roster, mark nothing.
    pub fn add(&mut self, ordinal: u32, feature: u32, micros: i64) {
        let Some(member) = self.roster.by_ordinal(ordinal) else { return };
        let Some(day) = self.roster.day_of(member, micros) else { return };
        let Some(cell) = self.roster.cell_on(member, day) else { return };
        if self.tasks[self.roster.cells[cell].position].is_some_and(|t| t.has(feature)) {
            self.marks.entry(day).or_default().insert(ordinal);
        }
    }

    /// The marks of all events taken.
    pub fn finish(self) -> Marks {
        self.marks
    }
}

/// The counts of one cell on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count {
    /// The day.
    pub day: i32,
    /// Into [`Roster::cells`].
    pub cell: usize,
    /// `n`: people expected to use the application.
    pub eligible: u32,
    /// `x`: those of them who did a core task.
    pub active: u32,
    /// Those of the eligible who came to the team within 56 days.
    pub new: u32,
}

/// `n` and `x` of every cell on the days `first` to `last`, cells with `n = 0` left out. People of positions without
/// core tasks are not expected to use the application.
pub fn counts(roster: &Roster, core: &CoreTasks, marks: &Marks, first: i32, last: i32) -> Vec<Count> {
    let (first, last) = (first.max(roster.first), last.min(roster.last));
    let days = usize::try_from(i64::from(last) - i64::from(first) + 1).unwrap_or(0);
    let width = roster.cells.len();
    let counted: Vec<bool> =
        roster.cells.iter().map(|c| core.of(&roster.positions[c.position]).is_some()).collect();
    let mut table = vec![(0_u32, 0_u32, 0_u32); width * days];
    let marked: Vec<Option<&Bits>> = (first..=last).map(|d| marks.get(&d)).collect();
    for member in &roster.people {
        for (index, day) in (first..=last).enumerate() {
            let Some(stint) = roster.stint_on(member, day) else { continue };
            let count = &mut table[index * width + stint.cell];
            count.0 += 1;
            count.2 += u32::from(stint.is_new(day));
            if let (Some(bits), Some(ordinal)) = (marked[index], member.ordinal)
                && bits.has(ordinal)
            {
                count.1 += 1;
            }
        }
    }
    let mut counts = Vec::new();
    for (index, day) in (first..=last).enumerate() {
        for cell in (0..width).filter(|c| counted[*c]) {
            let (eligible, active, new) = table[index * width + cell];
            if eligible > 0 {
                counts.push(Count { day, cell, eligible, active, new });
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use kit::directory::Person;

    use super::{
        super::{
            days::DAY_MICROS,
            roster::tests::{membership, person, site, tree},
        },
        *,
    };

    /// Twelve people: 0 to 7 sellers of a, the others clerks of b; 20,000 is a Friday, the last day of the weekend.
    fn people() -> Vec<Person> {
        (0..12)
            .map(|i| {
                let (team, position) = if i < 8 { ("a", "seller") } else { ("b", "clerk") };
                person(i, true, vec![membership(team, position, 19_000, None)], 19_000, None)
            })
            .collect()
    }

    fn roster() -> Roster {
        let ordinals: HashMap<String, u32> = (0..12).map(|i| (format!("e{i}"), i)).collect();
        Roster::new(20_000, 20_013, &people(), &ordinals, &[site()], &tree())
    }

    #[test]
    fn a_day_begins_at_the_sites_midnight_and_ends_there() {
        let roster = roster();
        let mut core = CoreTasks::default();
        core.add("seller", Some(1));
        let mut marker = Marker::new(&roster, &core);
        let midnight = 20_004 * DAY_MICROS - 12_600_000_000; // 03:30 east of Greenwich
        marker.add(0, 1, midnight - 1);
        marker.add(1, 1, midnight);
        marker.add(2, 2, midnight); // not a core task
        marker.add(9, 1, midnight); // a clerk
        marker.add(99, 1, midnight); // nobody
        let marks = marker.finish();
        assert!(marks[&20_003].has(0) && !marks[&20_003].has(1));
        assert_eq!(marks[&20_004].len(), 1);

        let found = counts(&roster, &core, &marks, 20_003, 20_004);
        let seen: Vec<_> = found.iter().map(|c| (c.day, c.eligible, c.active)).collect();
        assert_eq!(seen, [(20_003, 8, 1), (20_004, 8, 1)], "clerks have no core task");
    }

    #[test]
    fn weekends_and_holidays_have_no_eligible_people() {
        let roster = roster();
        let mut core = CoreTasks::default();
        core.add("", None);
        let days: std::collections::BTreeSet<i32> =
            counts(&roster, &core, &Marks::new(), 20_000, 20_013).iter().map(|c| c.day).collect();
        let off: Vec<i32> = (20_000..=20_013).filter(|d| !days.contains(d)).collect();
        assert_eq!(off.len(), 5, "the days of two weekends and a holiday: {off:?}");
        assert!(off.contains(&20_010));
    }
}
