//! When the digest is due: on the morning of a working day, where the person works.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// One digest of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Morning {
    /// The local day, the digest's key: there is one a day at most.
    pub day: Date,
    /// It gathers what came before this instant; what comes later waits for the next one.
    pub until: Timestamp,
}

/// The digest that may go out now: today's, from `hour` on by the person's clock; none on days on which the person does
/// not work. After an outage it goes out later on the same day, with what the morning would have had.
pub fn morning(
    now: Timestamp,
    zone: &TimeZone,
    hour: i8,
    works: impl FnOnce(Date) -> bool,
) -> Option<Morning> {
    let day = zone.to_datetime(now).date();
    let until = zone.to_timestamp(day.at(hour.clamp(0, 23), 0, 0, 0)).ok()?;
    (until <= now && works(day)).then_some(Morning { day, until })
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::*;

    fn due(utc: &str) -> Option<Morning> {
        let zone = TimeZone::get("Asia/Tehran").unwrap();
        let now: Timestamp = utc.parse().unwrap();
        morning(now, &zone, 7, |d| !matches!(d.weekday(), Weekday::Thursday | Weekday::Friday))
    }

    #[test]
    fn the_morning_is_the_person_s() {
        // 2026-11-21 is a Saturday, a working day in Tehran, which is three and a half hours ahead.
        assert_eq!(due("2026-11-21T03:29:59Z"), None);
        let morning = Morning { day: date(2026, 11, 21), until: "2026-11-21T03:30:00Z".parse().unwrap() };
        assert_eq!(due("2026-11-21T03:30:00Z"), Some(morning));
        assert_eq!(due("2026-11-21T15:00:00Z"), Some(morning), "late, but with the same content");
    }

    #[test]
    fn nobody_gets_a_digest_on_a_day_off() {
        assert_eq!(due("2026-11-19T05:00:00Z"), None, "Thursday");
        assert_eq!(due("2026-11-20T05:00:00Z"), None, "Friday");
    }
}
