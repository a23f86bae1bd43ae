//! Instants and civil days as the numbers that both databases keep.

use jiff::{Timestamp, ToSpan, civil::Date};

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// Microseconds since 1970.
pub fn to_micros(instant: Timestamp) -> i64 {
    instant.as_microsecond()
}

/// The instant that is `micros` microseconds after 1970; the nearest possible one for a number out of range.
pub fn from_micros(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(if micros < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// Days since 1970-01-01.
pub fn to_days(day: Date) -> i32 {
    day.since((jiff::Unit::Day, EPOCH)).map_or(0, |span| span.get_days())
}

/// The civil day that is `days` days after 1970-01-01; the nearest possible one for a number out of range.
pub fn from_days(days: i32) -> Date {
    EPOCH.checked_add(days.days()).unwrap_or(if days < 0 { Date::MIN } else { Date::MAX })
}

/// An instant as the contract has it.
pub fn to_proto(instant: Timestamp) -> prost_types::Timestamp {
    prost_types::Timestamp { seconds: instant.as_second(), nanos: instant.subsec_nanosecond() }
}

/// An instant of the contract; `None` for one that no calendar has.
pub fn from_proto(instant: prost_types::Timestamp) -> Option<Timestamp> {
    Timestamp::new(instant.seconds, instant.nanos).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_count_from_1970() {
        assert_eq!(to_days(date(1970, 1, 1)), 0);
        assert_eq!(to_days(date(2026, 3, 21)), 20_533);
        assert_eq!(to_days(date(1969, 12, 31)), -1);
    }

    proptest! {
        #[test]
        fn days_round_trip(days in -100_000_i32..100_000) {
            prop_assert_eq!(to_days(from_days(days)), days);
        }
    }
}
