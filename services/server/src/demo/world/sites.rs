//! Three cities: three languages, three weekends, three sets of holidays.

use jiff::civil::{Date, Weekday, date};

/// A place where people work.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Site {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) time_zone: &'static str,
    /// `en`, `fa`, `ar`.
    pub(crate) language: &'static str,
    pub(crate) weekend: [Weekday; 2],
    /// First day, last day and name of each holiday between January and August 2026.
    pub(crate) holidays: &'static [(Date, Date, &'static str)],
}

impl Site {
    /// Whether people work on this day.
    pub(crate) fn works(&self, day: Date) -> bool {
        !self.weekend.contains(&day.weekday())
            && !self.holidays.iter().any(|(a, b, _)| (*a..=*b).contains(&day))
    }
}

/// Tehran: Thursday and Friday are free, and two weeks at Nowruz.
pub(crate) static TEHRAN: Site = Site {
    id: "tehran",
    name: "تهران",
    time_zone: "Asia/Tehran",
    language: "fa",
    weekend: [Weekday::Thursday, Weekday::Friday],
    holidays: &[
        (date(2026, 2, 11), date(2026, 2, 11), "۲۲ بهمن"),
        (date(2026, 3, 20), date(2026, 4, 2), "نوروز"),
        (date(2026, 5, 27), date(2026, 5, 27), "عید قربان"),
        (date(2026, 6, 4), date(2026, 6, 5), "عید غدیر و ۱۵ خرداد"),
    ],
};

/// Riyadh: Friday and Saturday are free, and both Eids.
pub(crate) static RIYADH: Site = Site {
    id: "riyadh",
    name: "الرياض",
    time_zone: "Asia/Riyadh",
    language: "ar",
    weekend: [Weekday::Friday, Weekday::Saturday],
    holidays: &[
        (date(2026, 2, 22), date(2026, 2, 22), "يوم التأسيس"),
        (date(2026, 3, 19), date(2026, 3, 23), "عيد الفطر"),
        (date(2026, 5, 26), date(2026, 5, 30), "عيد الأضحى"),
    ],
};

/// London: Saturday and Sunday are free, and the bank holidays.
pub(crate) static LONDON: Site = Site {
    id: "london",
    name: "London",
    time_zone: "Europe/London",
    language: "en",
    weekend: [Weekday::Saturday, Weekday::Sunday],
    holidays: &[
        (date(2026, 4, 3), date(2026, 4, 6), "Easter"),
        (date(2026, 5, 4), date(2026, 5, 4), "Early May bank holiday"),
        (date(2026, 5, 25), date(2026, 5, 25), "Spring bank holiday"),
    ],
};

/// All of them.
pub(crate) static SITES: [&Site; 3] = [&TEHRAN, &RIYADH, &LONDON];
