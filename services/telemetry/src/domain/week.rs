//! A week of a team: what its people did over 28 days, and how much of a habit it has become over 12 weeks.

use std::collections::BTreeMap;

use super::{
    bits::Bits,
    core_tasks::CoreTasks,
    count::Marks,
    figures::ratio,
    quality::Quality,
    retention::MARK_DAYS,
    roster::{Member, Roster},
};

/// Figures look back over so many days.
pub const WINDOW_DAYS: i32 = 28;
/// The weeks of the habit ladder: one less than marks are kept for, since a week is final only some days after its end.
const HABIT_WEEKS: i32 = MARK_DAYS / 7 - 1;

/// Steps of habit, lowest first, as the contract numbers them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Habit {
    /// No active day in 12 weeks.
    None,
    /// Active within 12 weeks, not in the last 4.
    Lapsed,
    /// Active in 1 or 2 of the last 4 weeks.
    Trying,
    /// Active in 3 or 4 of the last 4 weeks.
    Regular,
    /// Active in at least 3 of the last 4 weeks and at least 9 of the last 12.
    Habitual,
}

/// The step of somebody who was active in these weeks, the lowest bit being the latest week.
pub fn habit(active_weeks: u16) -> Habit {
    let last_four = (active_weeks & 0b1111).count_ones();
    match (last_four, active_weeks.count_ones()) {
        (_, 0) => Habit::None,
        (0, _) => Habit::Lapsed,
        (1 | 2, _) => Habit::Trying,
        (_, 9..) => Habit::Habitual,
        _ => Habit::Regular,
    }
}

/// What one person did. Sums of it are all that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonWindow {
    /// The team on the last day, an index into the roster's.
    pub team: usize,
    /// The position on the last day.
    pub position: usize,
    /// The days of the 28 on which the person was expected, the lowest bit being the last.
    eligible: u32,
    /// Those of them on which the person was active.
    active: u32,
    /// Whether the person was active on any of the 28 days.
    used: bool,
    features: u32,
    habit: Habit,
}

/// Everybody with a membership on the last day of the window who was expected on at least one day of it. `features`
/// says how many features an ordinal used in the 28 days.
pub fn people(
    roster: &Roster,
    core: &CoreTasks,
    marks: &Marks,
    features: &BTreeMap<u32, u32>,
    end: i32,
) -> Vec<PersonWindow> {
    let days: Vec<Option<&Bits>> =
        (0..WINDOW_DAYS.max(HABIT_WEEKS * 7)).map(|back| marks.get(&(end - back))).collect();
    let window = |member: &Member| {
        let cell = roster.cells[roster.cell_on(member, end)?];
        core.of(&roster.positions[cell.position])?;
        let (mut eligible, mut active, mut used, mut weeks) = (0_u32, 0_u32, false, 0_u16);
        for (back, bits) in (0..).zip(&days) {
            let marked = member.ordinal.is_some_and(|o| bits.is_some_and(|b| b.has(o)));
            if marked && back < HABIT_WEEKS * 7 {
                weeks |= 1 << (back / 7);
            }
            if back < WINDOW_DAYS {
                used |= marked;
                if roster.eligible_on(member, end - back).is_some() {
                    eligible |= 1 << back;
                    active |= u32::from(marked) << back;
                }
            }
        }
        let features = member.ordinal.and_then(|o| features.get(&o)).copied().unwrap_or(0);
        let window = PersonWindow {
            team: cell.team,
            position: cell.position,
            eligible,
            active,
            used,
            features,
            habit: habit(weeks),
        };
        (eligible != 0).then_some(window)
    };
    roster.people.iter().filter_map(window).collect()
}

/// The sums of a group of people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// How many people.
    pub people: u32,
    /// Person-days expected.
    pub eligible_days: u64,
    /// Person-days active, of those expected.
    pub active_days: u64,
    /// Person-days expected in the last 7 days.
    pub week_eligible: u64,
    /// Person-days active in the last 7 days, of those expected.
    pub week_active: u64,
    /// People active at least once.
    pub used: u32,
    /// The features that each of them used, added up.
    pub features: u64,
    /// People by step of habit, from NONE.
    pub habit: [u32; 5],
    /// Days on which anybody was expected, the lowest bit being the last.
    pub working: u32,
    /// Saved records.
    pub quality: Quality,
}

const WEEK: u32 = 0b111_1111;

impl Window {
    /// Adds a person.
    pub fn add(&mut self, person: &PersonWindow) {
        self.people += 1;
        self.eligible_days += u64::from(person.eligible.count_ones());
        self.active_days += u64::from(person.active.count_ones());
        self.week_eligible += u64::from((person.eligible & WEEK).count_ones());
        self.week_active += u64::from((person.active & WEEK).count_ones());
        self.used += u32::from(person.used);
        self.features += if person.used { u64::from(person.features) } else { 0 };
        self.habit[person.habit as usize] += 1;
        self.working |= person.eligible;
    }

    /// How many days anybody was expected on.
    pub fn working_days(&self) -> u32 {
        self.working.count_ones()
    }
}

/// Windows by team and position; `None` is all positions.
pub type Windows = BTreeMap<(usize, Option<usize>), Window>;

/// Own members and saved records of every team, added up over the teams above. `enter` says where a person enters:
/// the team at which counting begins, and whether the position is counted by itself.
pub fn add_up(
    roster: &Roster,
    people: &[PersonWindow],
    quality: &BTreeMap<usize, Quality>,
    enter: impl Fn(usize, usize) -> (Option<usize>, bool),
    enter_team: impl Fn(usize) -> Option<usize>,
) -> Windows {
    let mut windows = Windows::new();
    for person in people {
        let (Some(entry), by_position) = enter(person.team, person.position) else { continue };
        for team in roster.ancestry(entry) {
            windows.entry((team, None)).or_default().add(person);
            if by_position {
                windows.entry((team, Some(person.position))).or_default().add(person);
            }
        }
    }
    for (team, quality) in quality {
        let Some(entry) = enter_team(*team) else { continue };
        for team in roster.ancestry(entry) {
            if let Some(window) = windows.get_mut(&(team, None)) {
                window.quality.add(*quality);
            }
        }
    }
    windows
}

/// How many people were expected, and how many came, on each day of the window, the last day first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    expected: [u32; WINDOW_DAYS as usize],
    came: [u32; WINDOW_DAYS as usize],
}

impl Days {
    /// Adds a person.
    pub fn add(&mut self, person: &PersonWindow) {
        for (back, (expected, came)) in self.expected.iter_mut().zip(&mut self.came).enumerate() {
            *expected += (person.eligible >> back) & 1;
            *came += (person.active >> back) & 1;
        }
    }

    /// Adds others.
    pub fn join(&mut self, others: &Self) {
        for (sum, more) in self.expected.iter_mut().zip(others.expected) {
            *sum += more;
        }
        for (sum, more) in self.came.iter_mut().zip(others.came) {
            *sum += more;
        }
    }

    /// Days on which nobody used the application, though at their usual rate three people or more would have: the feed was
    /// gone, or the application. The lowest bit is the last day.
    pub fn gaps(&self) -> u32 {
        let sum = |counts: &[u32]| counts.iter().copied().map(u64::from).sum();
        let rate = ratio(sum(&self.came), sum(&self.expected));
        if rate < 0.05 {
            return 0;
        }
        let is_gap = |(_, (expected, came)): &(usize, (&u32, &u32))| {
            **came == 0 && f64::from(**expected) * rate >= 3.0
        };
        let days = self.expected.iter().zip(&self.came).enumerate();
        days.filter(is_gap).fold(0, |gaps, (back, _)| gaps | 1 << back)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::roster::tests::{membership, person, site, tree},
        *,
    };

    #[test]
    fn the_ladder_of_habit() {
        for (weeks, step) in [
            (0b0, Habit::None),
            (0b1_0000, Habit::Lapsed),
            (0b1000_0000_0001, Habit::Trying),
            (0b0111, Habit::Regular),
            (0b1_1111_1111, Habit::Habitual),
            (0b1111_1111_0011, Habit::Trying),
            (0b1111_1100_0111, Habit::Habitual),
            (0b1111_1000_0111, Habit::Regular),
        ] {
            assert_eq!(habit(weeks), step, "{weeks:#b}");
        }
    }

    #[test]
    fn sums_of_a_team_and_of_the_team_above() {
        let people_of: Vec<_> = (0..3)
            .map(|i| {
                person(
                    i,
                    true,
                    vec![membership(if i < 2 { "a" } else { "b" }, "seller", 19_000, None)],
                    19_000,
                    None,
                )
            })
            .collect();
        let ordinals = (0..3).map(|i| (format!("e{i}"), i)).collect();
        let end = 20_044; // a Sunday
        let roster = Roster::new(end - 90, end, &people_of, &ordinals, &[site()], &tree());
        let mut core = CoreTasks::default();
        core.add("", None);
        let mut marks = Marks::new();
        for day in [end, end - 1, end - 8, end - 40] {
            let mut bits = Bits::default();
            bits.insert(0);
            marks.insert(day, bits);
        }
        let found = people(&roster, &core, &marks, &BTreeMap::from([(0, 3), (1, 9)]), end);
        let windows = add_up(&roster, &found, &BTreeMap::new(), |t, _| (Some(t), true), Some);
        let all = windows[&(roster.team("all").unwrap(), None)];
        let a = windows[&(roster.team("a").unwrap(), Some(0))];
        assert_eq!((all.people, a.people), (3, 2));
        assert_eq!(
            (a.used, a.features, a.active_days, a.week_active),
            (1, 3, 3, 2),
            "nine features, but never active"
        );
        assert_eq!(a.habit, [1, 0, 1, 0, 0]);
        assert_eq!(a.working_days(), 20);
        assert_eq!(a.week_eligible, 10);
    }

    #[test]
    fn a_day_on_which_nobody_could_work_is_a_gap() {
        let busy = |active: u32| PersonWindow {
            team: 0,
            position: 0,
            eligible: 0xfff_ffff,
            active,
            used: true,
            features: 1,
            habit: Habit::Regular,
        };
        let days = |people: usize| {
            let mut days = Days::default();
            (0..people).for_each(|_| days.add(&busy(0xfff_ffff & !0b10)));
            days
        };
        assert_eq!(days(10).gaps(), 0b10);
        assert_eq!(Days::default().gaps(), 0);
        assert_eq!(days(2).gaps(), 0, "two may both be away");
        let mut both = days(2);
        both.join(&days(2));
        assert_eq!(both.gaps(), 0b10, "of four, somebody would have come");
    }
}
