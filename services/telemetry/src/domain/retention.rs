//! How long what is kept, and how late what may come.

use super::days::DAY_MICROS;

/// Raw events die after so many days.
pub const RAW_DAYS: i32 = 35;
/// Day marks die after 13 weeks.
pub const MARK_DAYS: i32 = 91;
/// Events restate the past up to so late.
pub const LATE_MICROS: i64 = 72 * 3_600 * 1_000_000;
/// Reports of a day are taken so many days late.
pub const LATE_DAYS: i32 = 3;
/// Clocks may be ahead by an hour. It is less than a time zone's worth: local times that call themselves UTC are refused,
/// as is a clock a day ahead, instead of being counted on a wrong day.
pub const AHEAD_MICROS: i64 = 3_600 * 1_000_000;

/// What becomes of an event by its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// It counts.
    InTime,
    /// Too old to restate what was told already.
    TooLate,
    /// The sender's clock is wrong.
    TooEarly,
}

/// Judges an event that applications send as they go.
pub fn arrival(time: i64, now: i64) -> Arrival {
    if time.saturating_sub(now) > AHEAD_MICROS {
        Arrival::TooEarly
    } else if now.saturating_sub(time) > LATE_MICROS {
        Arrival::TooLate
    } else {
        Arrival::InTime
    }
}

/// The first day whose raw events are kept, when it is `today`.
pub fn first_raw_day(today: i32) -> i32 {
    today - RAW_DAYS
}

/// The first day whose marks are kept, when it is `today`.
pub fn first_mark_day(today: i32) -> i32 {
    today - MARK_DAYS
}

/// Whether the week that ended on a day is final: whatever could restate it has come.
pub fn is_final(week_end: i32, now: i64) -> bool {
    // A day more than the lateness, because days end up to half a day later than in UTC.
    now > (i64::from(week_end) + 2) * DAY_MICROS + LATE_MICROS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_is_72_hours_back_and_an_hour_ahead() {
        let now = 1_000 * DAY_MICROS;
        assert_eq!(arrival(now - LATE_MICROS, now), Arrival::InTime);
        assert_eq!(arrival(now - LATE_MICROS - 1, now), Arrival::TooLate);
        assert_eq!(arrival(now + AHEAD_MICROS, now), Arrival::InTime);
        assert_eq!(arrival(now + AHEAD_MICROS + 1, now), Arrival::TooEarly);
        assert_eq!(arrival(i64::MAX, now), Arrival::TooEarly);
        assert_eq!(arrival(i64::MIN, now), Arrival::TooLate);
    }

    #[test]
    fn a_week_is_final_when_nothing_can_restate_it() {
        let sunday = 20_000;
        // The latest end of that day is noon UTC of the next (UTC−12); an event of its last moment may come 72 h later.
        let last_arrival = (i64::from(sunday) + 1) * DAY_MICROS + DAY_MICROS / 2 + LATE_MICROS;
        assert!(!is_final(sunday, last_arrival));
        assert!(is_final(sunday, last_arrival + DAY_MICROS));
    }
}
