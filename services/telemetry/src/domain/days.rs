//! Instants and the civil days of a place, fast enough for a million events.

use jiff::{civil::Date, tz::TimeZone};
use kit::db::time::{from_days, to_days};

/// A day in microseconds, where no clock changes.
pub const DAY_MICROS: i64 = 86_400 * 1_000_000;

/// The UTC day of an instant: raw events are filed under it.
pub fn utc_day(micros: i64) -> i32 {
    i32::try_from(micros.div_euclid(DAY_MICROS)).unwrap_or(if micros < 0 { i32::MIN } else { i32::MAX })
}

/// The day of the week, Monday 0, of a day since 1970-01-01.
pub fn weekday(day: i32) -> u8 {
    // 1970-01-01 was a Thursday.
    u8::try_from((i64::from(day) + 3).rem_euclid(7)).unwrap_or(0)
}

/// The Sunday that ends the week of a day.
pub fn week_end(day: i32) -> i32 {
    day + 6 - i32::from(weekday(day))
}

/// Where the days of a place begin, from one day to another.
#[derive(Debug, Clone)]
pub struct DayLines {
    first: i32,
    /// The beginning of each day and of the one after the last, in microseconds.
    starts: Vec<i64>,
}

impl DayLines {
    /// The days `first` to `last` in a time zone. A midnight that a clock change skips begins at the first instant after.
    pub fn new(zone: &TimeZone, first: i32, last: i32) -> Self {
        let start = |day: i32| {
            let date: Date = from_days(day);
            date.to_zoned(zone.clone())
                .map_or(i64::from(day) * DAY_MICROS, |z| z.timestamp().as_microsecond())
        };
        Self { first, starts: (first..=last.max(first).saturating_add(1)).map(start).collect() }
    }

    /// The day of an instant; `None` outside the range.
    pub fn day_of(&self, micros: i64) -> Option<i32> {
        let begin = *self.starts.first()?;
        let days = self.starts.len() - 1;
        if micros < begin || micros >= *self.starts.last()? {
            return None;
        }
        let mut index = usize::try_from((micros - begin) / DAY_MICROS).ok()?.min(days - 1);
        while micros < self.starts[index] {
            index -= 1;
        }
        while micros >= self.starts[index + 1] {
            index += 1;
        }
        Some(self.first + i32::try_from(index).ok()?)
    }

    /// When a day of the range is over.
    pub fn end_of(&self, day: i32) -> Option<i64> {
        let index = usize::try_from(i64::from(day) - i64::from(self.first)).ok()?;
        self.starts.get(index + 1).copied()
    }
}

/// The last day that is over at an instant in a time zone.
pub fn last_closed_day(zone: &TimeZone, micros: i64) -> i32 {
    to_days(kit::db::time::from_micros(micros).to_zoned(zone.clone()).date()) - 1
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn weekdays_and_weeks() {
        assert_eq!((weekday(0), weekday(4), weekday(-4)), (3, 0, 6));
        assert_eq!(week_end(4), 10, "a Monday");
        assert_eq!(week_end(10), 10, "a Sunday");
    }

    #[test]
    fn a_day_ends_where_the_clock_says() {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let closed = |t: &str| last_closed_day(&zone, t.parse::<Timestamp>().unwrap().as_microsecond());
        assert_eq!(closed("2026-03-29T21:59:59Z") + 1, closed("2026-03-29T22:00:00Z"));
    }

    proptest! {
        #[test]
        fn the_day_is_the_calendars(seconds in 1_400_000_000_i64..1_800_000_000, zone in prop::sample::select(vec!["Asia/Tehran", "Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe", "UTC"])) {
            let zone = TimeZone::get(zone).unwrap();
            let lines = DayLines::new(&zone, 16_000, 21_000);
            let expected = to_days(Timestamp::from_second(seconds).unwrap().to_zoned(zone.clone()).date());
            prop_assert_eq!(lines.day_of(seconds * 1_000_000), Some(expected));
            prop_assert!(lines.end_of(expected).unwrap() > seconds * 1_000_000);
        }
    }

    #[test]
    fn outside_the_range_there_is_no_day() {
        let lines = DayLines::new(&TimeZone::UTC, 10, 12);
        assert_eq!(lines.day_of(10 * DAY_MICROS - 1), None);
        assert_eq!(lines.day_of(13 * DAY_MICROS), None);
        assert_eq!(lines.day_of(13 * DAY_MICROS - 1), Some(12));
    }
}
