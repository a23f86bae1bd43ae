//! Sites, with their dated work weeks and holidays.

use jiff::{Timestamp, civil::Date};
use kit::{localize::Text, workdays::WorkWeek};

/// How many sites an organization has at most.
pub const SITES: usize = 500;
/// How many holidays a site has at most.
pub const HOLIDAYS: usize = 1_000;

/// A place of work.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// The id.
    pub id: String,
    /// What people call it.
    pub display_name: String,
    /// The IANA name of its time zone.
    pub time_zone: String,
    /// The work weeks by the day from which each holds, ascending; never empty.
    pub work_weeks: Vec<(Date, WorkWeek)>,
    /// Days off, ascending.
    pub holidays: Vec<Holiday>,
    /// Grows with each change.
    pub revision: i64,
    /// When it was created.
    pub create_time: Timestamp,
}

/// A day off for everybody at a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub day: Date,
    /// What is celebrated.
    pub title: Text,
}

impl Site {
    /// Adds days off; a day that is there already takes the new title.
    pub fn add_holidays(&mut self, holidays: impl IntoIterator<Item = Holiday>) {
        for holiday in holidays {
            match self.holidays.binary_search_by_key(&holiday.day, |h| h.day) {
                Ok(at) => self.holidays[at] = holiday,
                Err(at) => self.holidays.insert(at, holiday),
            }
        }
    }

    /// Takes days off back.
    pub fn remove_holidays(&mut self, days: &[Date]) {
        self.holidays.retain(|h| !days.contains(&h.day));
    }
}

/// The work week that a new site begins with.
pub fn usual_week(reads_jalali: bool) -> WorkWeek {
    if reads_jalali { WorkWeek::THU_FRI } else { WorkWeek::SAT_SUN }
}

/// From when on the first work week of a new site holds: long before anything that is imported.
pub fn first_day() -> Date {
    jiff::civil::date(1970, 1, 1)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn holidays_stay_sorted_and_single() {
        let holiday = |day, title: &str| Holiday { day, title: Text::new(title, "", "") };
        let mut site = Site {
            id: "s".into(),
            display_name: "Tehran".into(),
            time_zone: "Asia/Tehran".into(),
            work_weeks: vec![(first_day(), usual_week(true))],
            holidays: vec![],
            revision: 1,
            create_time: Timestamp::UNIX_EPOCH,
        };
        let (one, two) = (date(2026, 3, 21), date(2026, 3, 22));
        site.add_holidays([holiday(two, "second"), holiday(one, "first"), holiday(two, "again")]);
        assert_eq!(site.holidays, [holiday(one, "first"), holiday(two, "again")]);
        site.remove_holidays(&[one, date(2027, 1, 1)]);
        assert_eq!(site.holidays, [holiday(two, "again")]);
    }
}
