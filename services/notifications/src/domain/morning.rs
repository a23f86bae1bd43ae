//! When the digest is due: on the morning of a working day, where the person works.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// The hours between which a digest goes out, by the person's clock. Who was unreachable all morning gets it on the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Morning {
    /// The first hour, 0 to 23.
    pub from_hour: i8,
    /// The hour before which it must have gone out.
    pub until_hour: i8,
}

impl Morning {
    /// The morning that begins at `hour` and lasts five hours.
    pub fn from(hour: i8) -> Self {
        Self { from_hour: hour, until_hour: hour.saturating_add(5).min(24) }
    }

    /// The local day whose digest is due now; `None` outside the morning, and on days on which nobody works there.
    pub fn day(self, now: Timestamp, zone: &TimeZone, works: impl FnOnce(Date) -> bool) -> Option<Date> {
        let local = zone.to_datetime(now);
        let in_time = (self.from_hour..self.until_hour).contains(&local.hour());
        (in_time && works(local.date())).then(|| local.date())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::*;

    fn due(utc: &str) -> Option<Date> {
        let zone = TimeZone::fixed(jiff::tz::offset(3).saturating_add(jiff::Span::new().minutes(30)));
        let now: Timestamp = utc.parse().unwrap();
        Morning::from(7).day(now, &zone, |d| !matches!(d.weekday(), Weekday::Thursday | Weekday::Friday))
    }

    #[test]
    fn the_morning_is_the_person_s() {
        // 2026-11-21 is a Saturday, a working day in Tehran.
        assert_eq!(due("2026-11-21T03:29:59Z"), None);
        assert_eq!(due("2026-11-21T03:30:00Z"), Some(date(2026, 11, 21)));
        assert_eq!(due("2026-11-21T08:29:59Z"), Some(date(2026, 11, 21)));
        assert_eq!(due("2026-11-21T08:30:00Z"), None);
    }

    #[test]
    fn nobody_gets_a_digest_on_a_day_off() {
        assert_eq!(due("2026-11-19T05:00:00Z"), None, "Thursday");
        assert_eq!(due("2026-11-20T05:00:00Z"), None, "Friday");
    }
}
