//! When a pulse asks.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// When a pulse asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The day of the first round; `None` until the pulse is opened, if nobody chose one.
    pub first_day: Option<Date>,
    /// Days for which a round can be answered; 1 to 30.
    pub open_days: u32,
    /// Weeks from one round to the next; 0 for one round only.
    pub every_weeks: u32,
    /// How many rounds there are; 1 to 52.
    pub rounds: u32,
}

impl Schedule {
    /// The number of the latest round whose day has come, from 1.
    pub fn latest_due(&self, today: Date) -> Option<u32> {
        let days = self.first_day?.until(today).ok()?.get_days();
        let days = u32::try_from(days).ok()?;
        let passed = if self.every_weeks == 0 { 0 } else { days / (self.every_weeks * 7) };
        Some((passed + 1).min(self.rounds))
    }

    /// The last day of a round that begins on a day.
    pub fn close_day(&self, open_day: Date) -> Date {
        open_day.saturating_add(i64::from(self.open_days.saturating_sub(1)).days())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn rounds_come_every_so_many_weeks_and_end() {
        let schedule =
            Schedule { first_day: Some(date(2026, 3, 2)), open_days: 5, every_weeks: 4, rounds: 3 };
        assert_eq!(schedule.latest_due(date(2026, 3, 1)), None);
        assert_eq!(schedule.latest_due(date(2026, 3, 2)), Some(1));
        assert_eq!(schedule.latest_due(date(2026, 3, 29)), Some(1));
        assert_eq!(schedule.latest_due(date(2026, 3, 30)), Some(2));
        assert_eq!(schedule.latest_due(date(2027, 3, 30)), Some(3));
        assert_eq!(schedule.close_day(date(2026, 3, 30)), date(2026, 4, 3));
        assert_eq!(Schedule { first_day: None, ..schedule }.latest_due(date(2026, 3, 2)), None);
    }
}
