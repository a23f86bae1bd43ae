//! The days that people of a site work: dated work weeks and holidays, in the site's own time zone.

use std::collections::BTreeSet;

use jiff::{
    Timestamp,
    civil::{Date, Weekday},
    tz::TimeZone,
};

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// The days of the week that are worked; at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WorkWeek(u8);

impl WorkWeek {
    /// Monday to Friday; the weekend is Saturday and Sunday.
    pub const SAT_SUN: Self = Self(0b001_1111);
    /// Saturday to Wednesday; the weekend is Thursday and Friday, as in Iran.
    pub const THU_FRI: Self = Self(0b110_0111);
    /// Sunday to Thursday; the weekend is Friday and Saturday, as in Saudi Arabia.
    pub const FRI_SAT: Self = Self(0b100_1111);

    /// The week in which these days are worked; `None` if there are none.
    pub fn working(days: impl IntoIterator<Item = Weekday>) -> Option<Self> {
        Self::from_bits(days.into_iter().fold(0, |bits, day| bits | bit(day)))
    }

    /// The week in which all days but these are worked; `None` if none is left.
    pub fn weekend(days: impl IntoIterator<Item = Weekday>) -> Option<Self> {
        Self::from_bits(days.into_iter().fold(0b111_1111, |bits, day| bits & !bit(day)))
    }

    /// From seven bits, Monday the lowest, as stored; `None` if no day is set or a bit is too many.
    pub fn from_bits(bits: u8) -> Option<Self> {
        (1..=0b111_1111).contains(&bits).then_some(Self(bits))
    }

    /// Seven bits, Monday the lowest.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// Whether the day of the week is worked.
    pub fn has(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    /// The days that are worked, from Monday.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        WEEKDAYS.into_iter().filter(move |&d| self.has(d))
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.to_monday_zero_offset().unsigned_abs()
}

/// When a site works.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteCalendar {
    zone: TimeZone,
    first: WorkWeek,
    /// From which day another week holds, ascending.
    changes: Vec<(Date, WorkWeek)>,
    holidays: BTreeSet<Date>,
}

impl SiteCalendar {
    /// A site in this time zone that has worked this week since ever.
    pub fn new(zone: TimeZone, week: WorkWeek) -> Self {
        Self { zone, first: week, changes: Vec::new(), holidays: BTreeSet::new() }
    }

    /// From this day on another week holds, until the next change.
    #[must_use]
    pub fn with_week_from(mut self, day: Date, week: WorkWeek) -> Self {
        self.changes.retain(|(d, _)| *d != day);
        self.changes.push((day, week));
        self.changes.sort_by_key(|(d, _)| *d);
        self
    }

    /// These days are off whatever the week says.
    #[must_use]
    pub fn with_holidays(mut self, days: impl IntoIterator<Item = Date>) -> Self {
        self.holidays.extend(days);
        self
    }

    /// The site's time zone.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The week that holds on a day.
    pub fn week_on(&self, day: Date) -> WorkWeek {
        self.changes.iter().rev().find(|(from, _)| *from <= day).map_or(self.first, |(_, week)| *week)
    }

    /// Whether the day is a holiday.
    pub fn is_holiday(&self, day: Date) -> bool {
        self.holidays.contains(&day)
    }

    /// Whether people of the site work on the day.
    pub fn works(&self, day: Date) -> bool {
        self.week_on(day).has(day.weekday()) && !self.is_holiday(day)
    }

    /// The day that is `count` working days after `from`: with 0, `from` itself if it is worked, else the next day
    /// that is. The last day of the calendar's range if there are not that many.
    pub fn add_working_days(&self, from: Date, count: u32) -> Date {
        let mut day = from;
        let mut left = count;
        loop {
            if self.works(day) && (left == 0 || day != from) {
                left = left.saturating_sub(1);
                if left == 0 {
                    return day;
                }
            }
            match day.tomorrow() {
                Ok(next) => day = next,
                Err(_) => return day,
            }
        }
    }

    /// The day that is `count` working days before `from`; with 0, `from` itself if it is worked, else the last day
    /// before it that is.
    pub fn subtract_working_days(&self, from: Date, count: u32) -> Date {
        let mut day = from;
        let mut left = count;
        loop {
            if self.works(day) && (left == 0 || day != from) {
                left = left.saturating_sub(1);
                if left == 0 {
                    return day;
                }
            }
            match day.yesterday() {
                Ok(next) => day = next,
                Err(_) => return day,
            }
        }
    }

    /// How many days are worked from `start` to the day before `end`.
    pub fn working_days_between(&self, start: Date, end: Date) -> u32 {
        let mut count = 0;
        let mut day = start;
        while day < end {
            count += u32::from(self.works(day));
            match day.tomorrow() {
                Ok(next) => day = next,
                Err(_) => break,
            }
        }
        count
    }

    /// The site's civil day at an instant.
    pub fn day_of(&self, instant: Timestamp) -> Date {
        instant.to_zoned(self.zone.clone()).date()
    }

    /// When the day begins at the site. A midnight that a clock change skips begins at the first instant after it.
    pub fn start_of(&self, day: Date) -> Timestamp {
        day.to_zoned(self.zone.clone()).map_or(Timestamp::MIN, |z| z.timestamp())
    }

    /// When the day is over at the site.
    pub fn end_of(&self, day: Date) -> Timestamp {
        day.tomorrow().map_or(Timestamp::MAX, |next| self.start_of(next))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn tehran() -> SiteCalendar {
        SiteCalendar::new(TimeZone::get("Asia/Tehran").unwrap(), WorkWeek::THU_FRI)
            .with_holidays((21..=24).map(|d| date(2026, 3, d)))
    }

    #[test]
    fn the_three_weeks() {
        assert_eq!(WorkWeek::weekend([Weekday::Saturday, Weekday::Sunday]), Some(WorkWeek::SAT_SUN));
        assert_eq!(WorkWeek::weekend([Weekday::Thursday, Weekday::Friday]), Some(WorkWeek::THU_FRI));
        assert_eq!(WorkWeek::weekend([Weekday::Friday, Weekday::Saturday]), Some(WorkWeek::FRI_SAT));
        assert_eq!(WorkWeek::working([]), None);
        assert_eq!(WorkWeek::from_bits(0x80), None);
        assert_eq!(WorkWeek::working(WorkWeek::THU_FRI.days()), Some(WorkWeek::THU_FRI));
    }

    #[test]
    fn a_due_date_jumps_over_nowruz() {
        // 2026-03-18 is a Wednesday; then the weekend, four days of Nowruz from Saturday, and Wednesday the 25th.
        assert_eq!(tehran().add_working_days(date(2026, 3, 18), 1), date(2026, 3, 25));
        assert_eq!(tehran().add_working_days(date(2026, 3, 19), 0), date(2026, 3, 25));
        assert_eq!(tehran().add_working_days(date(2026, 3, 19), 1), date(2026, 3, 25));
        assert_eq!(tehran().subtract_working_days(date(2026, 3, 25), 1), date(2026, 3, 18));
        assert_eq!(tehran().working_days_between(date(2026, 3, 18), date(2026, 3, 26)), 2);
    }

    #[test]
    fn a_week_changes_on_its_day() {
        let site = SiteCalendar::new(TimeZone::UTC, WorkWeek::THU_FRI)
            .with_week_from(date(2026, 6, 1), WorkWeek::FRI_SAT)
            .with_week_from(date(2027, 1, 1), WorkWeek::SAT_SUN);
        assert!(!site.works(date(2026, 5, 28)), "a Thursday before");
        assert!(site.works(date(2026, 6, 4)), "a Thursday after");
        assert!(!site.works(date(2026, 6, 6)), "a Saturday after");
        assert!(!site.works(date(2027, 1, 3)), "a Sunday of the last week");
    }

    #[test]
    fn the_day_is_the_sites_own() {
        let instant: Timestamp = "2026-03-20T20:45:00Z".parse().unwrap();
        assert_eq!(tehran().day_of(instant), date(2026, 3, 21));
        assert_eq!(tehran().start_of(date(2026, 3, 21)), "2026-03-20T20:30:00Z".parse().unwrap());
        assert_eq!(tehran().end_of(date(2026, 3, 20)), tehran().start_of(date(2026, 3, 21)));
    }

    #[test]
    fn a_calendar_without_working_days_ends() {
        let never =
            tehran().with_holidays(std::iter::successors(Some(date(9990, 1, 1)), |d| d.tomorrow().ok()));
        assert_eq!(never.add_working_days(date(9990, 1, 1), 5), Date::MAX);
    }

    proptest! {
        #[test]
        fn adding_and_counting_agree(bits in 1_u8..128, start in 0_i32..20_000, count in 1_u32..60, off in proptest::collection::vec(0_i32..120, 0..20)) {
            let from = date(1970, 1, 1).checked_add(jiff::Span::new().days(start)).unwrap();
            let holidays = off.into_iter().map(|d| from.checked_add(jiff::Span::new().days(d)).unwrap());
            let site = SiteCalendar::new(TimeZone::UTC, WorkWeek::from_bits(bits).unwrap()).with_holidays(holidays);
            let due = site.add_working_days(from, count);
            prop_assert!(site.works(due) && due > from);
            prop_assert_eq!(site.working_days_between(from.tomorrow().unwrap(), due.tomorrow().unwrap()), count);
            if site.works(from) {
                prop_assert_eq!(site.subtract_working_days(due, count), from);
            }
        }
    }
}
