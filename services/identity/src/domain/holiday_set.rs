//! Holidays that Hamgam knows, for any year: the solar ones by the Jalali calendar, the lunar ones by Umm al-Qura. Where
//! the moon is sighted on another evening, an administrator moves the day by hand.

use jiff::civil::Date;
use kit::{
    calendar::{Calendar, Parts},
    localize::Text,
};

use super::site::Holiday;

/// The first Gregorian year that can be asked for.
pub const FIRST_YEAR: i32 = 1990;
/// The last Gregorian year that can be asked for: the tables of Umm al-Qura end some years later.
pub const LAST_YEAR: i32 = 2070;

/// A list of days that come back every year of their calendar.
#[derive(Debug)]
pub struct HolidaySet {
    /// The id.
    pub id: &'static str,
    title: [&'static str; 3],
    calendar: Calendar,
    /// Month, day, and the title where it differs from the set's.
    days: &'static [(u8, u8, Option<[&'static str; 3]>)],
}

/// All sets.
pub static HOLIDAY_SETS: &[HolidaySet] = &[
    HolidaySet {
        id: "nowruz",
        title: ["Nowruz", "نوروز", "عيد النوروز"],
        calendar: Calendar::Jalali,
        days: &[
            (1, 1, None),
            (1, 2, None),
            (1, 3, None),
            (1, 4, None),
            (1, 13, Some(["Nature Day", "روز طبیعت", "يوم الطبيعة"])),
        ],
    },
    HolidaySet {
        id: "eid-al-fitr",
        title: ["Eid al-Fitr", "عید فطر", "عيد الفطر"],
        calendar: Calendar::Hijri,
        days: &[(10, 1, None), (10, 2, None)],
    },
    HolidaySet {
        id: "eid-al-adha",
        title: ["Eid al-Adha", "عید قربان", "عيد الأضحى"],
        calendar: Calendar::Hijri,
        days: &[
            (12, 9, Some(["Day of Arafah", "روز عرفه", "يوم عرفة"])),
            (12, 10, None),
            (12, 11, None),
            (12, 12, None),
        ],
    },
    HolidaySet {
        id: "ashura",
        title: ["Ashura", "عاشورا", "عاشوراء"],
        calendar: Calendar::Hijri,
        days: &[(1, 9, Some(["Tasua", "تاسوعا", "تاسوعاء"])), (1, 10, None)],
    },
    HolidaySet {
        id: "iran-national",
        title: ["National holidays of Iran", "تعطیلات ملی ایران", "العطل الوطنية في إيران"],
        calendar: Calendar::Jalali,
        days: &[
            (1, 12, Some(["Islamic Republic Day", "روز جمهوری اسلامی", "يوم الجمهورية الإسلامية"])),
            (3, 14, Some(["14 Khordad", "چهاردهم خرداد", "الرابع عشر من خرداد"])),
            (3, 15, Some(["15 Khordad", "پانزدهم خرداد", "الخامس عشر من خرداد"])),
            (11, 22, Some(["22 Bahman", "بیست‌ودوم بهمن", "الثاني والعشرون من بهمن"])),
            (12, 29, Some(["Oil Nationalisation Day", "ملی شدن صنعت نفت", "تأميم صناعة النفط"])),
        ],
    },
];

impl HolidaySet {
    /// The set with this id.
    pub fn find(id: &str) -> Option<&'static Self> {
        HOLIDAY_SETS.iter().find(|s| s.id == id)
    }

    /// What it is called.
    pub fn title(&self) -> Text {
        text(self.title)
    }

    /// Its days in the Gregorian years `first..=last`, ascending.
    pub fn holidays(&self, first: i32, last: i32) -> Vec<Holiday> {
        let (Some(from), Some(to)) = (new_year(first), new_year(last)) else { return Vec::new() };
        // A year of either calendar touches the Gregorian year in which it begins and the next one.
        let years = self.calendar.parts(from).year..=self.calendar.parts(to).year + 2;
        let mut holidays: Vec<Holiday> = years
            .flat_map(|year| self.days.iter().map(move |(month, day, title)| (year, *month, *day, title)))
            .filter_map(|(year, month, day, title)| {
                let day = self.calendar.date(Parts { year, month, day })?;
                let inside = (first..=last).contains(&i32::from(day.year()));
                inside.then(|| Holiday { day, title: text(title.unwrap_or(self.title)) })
            })
            .collect();
        holidays.sort_by_key(|h| h.day);
        holidays
    }
}

fn new_year(year: i32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, 1, 1).ok()
}

fn text([en, fa, ar]: [&str; 3]) -> Text {
    Text::new(en, fa, ar)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn days(id: &str, first: i32, last: i32) -> Vec<Date> {
        HolidaySet::find(id).unwrap().holidays(first, last).into_iter().map(|h| h.day).collect()
    }

    #[test]
    fn nowruz_is_where_the_sun_says() {
        assert_eq!(
            days("nowruz", 2025, 2025),
            [date(2025, 3, 21), date(2025, 3, 22), date(2025, 3, 23), date(2025, 3, 24), date(2025, 4, 2)]
        );
        assert_eq!(days("nowruz", 2024, 2024)[0], date(2024, 3, 20));
        assert_eq!(days("nowruz", 2020, 2029).len(), 50);
    }

    #[test]
    fn the_eids_wander_and_may_come_twice_a_year() {
        assert_eq!(days("eid-al-fitr", 2025, 2025)[0], date(2025, 3, 30));
        assert_eq!(days("eid-al-adha", 2025, 2025)[1], date(2025, 6, 6));
        // In 2033 Ramadan ends in January and again in December.
        assert_eq!(days("eid-al-fitr", 2033, 2033).len(), 4);
    }

    #[test]
    fn every_set_has_every_year_and_every_language() {
        for set in HOLIDAY_SETS {
            for year in FIRST_YEAR..=LAST_YEAR {
                let found = set.holidays(year, year);
                assert!(!found.is_empty() || set.calendar == Calendar::Hijri, "{} {year}", set.id);
                assert!(found.iter().all(|h| !h.title.fa.is_empty() && !h.title.ar.is_empty()));
            }
        }
    }
}
