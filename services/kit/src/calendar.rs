//! Dates as people read them: Gregorian, Jalali (the Solar Hijri calendar of Iran) and Hijri (Umm al-Qura).

use icu_calendar::{
    Date as IcuDate,
    cal::{Hijri, Iso, Persian},
};
use jiff::civil::{Date, Weekday};
use proto::localization::v1 as pb;

use crate::{digits::Digits, localize::Language};

/// The calendar in which a person reads dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// The Gregorian calendar.
    Gregorian,
    /// The Solar Hijri calendar of Iran.
    Jalali,
    /// The Umm al-Qura calendar of Saudi Arabia.
    Hijri,
}

/// A day in some calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Parts {
    /// The year of the calendar's own era.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Calendar {
    /// The usual calendar of a language.
    pub fn usual_of(language: Language) -> Self {
        match language {
            Language::En | Language::Ar => Self::Gregorian,
            Language::Fa => Self::Jalali,
        }
    }

    /// From the contract; what is not set becomes the usual calendar of the language.
    pub fn from_proto(value: i32, language: Language) -> Self {
        match pb::Calendar::try_from(value) {
            Ok(pb::Calendar::Gregorian) => Self::Gregorian,
            Ok(pb::Calendar::Jalali) => Self::Jalali,
            Ok(pb::Calendar::Hijri) => Self::Hijri,
            Ok(pb::Calendar::Unspecified) | Err(_) => Self::usual_of(language),
        }
    }

    /// To the contract.
    pub fn to_proto(self) -> pb::Calendar {
        match self {
            Self::Gregorian => pb::Calendar::Gregorian,
            Self::Jalali => pb::Calendar::Jalali,
            Self::Hijri => pb::Calendar::Hijri,
        }
    }

    /// Year, month and day of a civil date in this calendar.
    pub fn parts(self, date: Date) -> Parts {
        let gregorian = Parts {
            year: i32::from(date.year()),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
        };
        let Ok(iso) = IcuDate::try_new_iso(gregorian.year, gregorian.month, gregorian.day) else {
            return gregorian;
        };
        match self {
            Self::Gregorian => gregorian,
            Self::Jalali => {
                let d = iso.to_calendar(Persian);
                Parts { year: d.year().extended_year(), month: d.month().ordinal, day: d.day_of_month().0 }
            }
            Self::Hijri => {
                let d = iso.to_calendar(Hijri::new_umm_al_qura());
                Parts { year: d.year().extended_year(), month: d.month().ordinal, day: d.day_of_month().0 }
            }
        }
    }

    /// The civil date of a day in this calendar; `None` if there is no such day.
    pub fn date(self, Parts { year, month, day }: Parts) -> Option<Date> {
        let iso = match self {
            Self::Gregorian => {
                return Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok();
            }
            Self::Jalali => IcuDate::try_new_persian(year, month, day).ok()?.to_calendar(Iso),
            Self::Hijri => IcuDate::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura())
                .ok()?
                .to_calendar(Iso),
        };
        let (year, month, day) = (iso.year().extended_year(), iso.month().ordinal, iso.day_of_month().0);
        Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
    }
}

/// How one person reads dates and numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// The language of month and weekday names.
    pub language: Language,
    /// The calendar.
    pub calendar: Calendar,
    /// The digits.
    pub digits: Digits,
}

impl Reader {
    /// The usual calendar and digits of a language.
    pub fn usual_of(language: Language) -> Self {
        Self { language, calendar: Calendar::usual_of(language), digits: Digits::usual_of(language) }
    }

    /// `21 March 2026`, `۱ فروردین ۱۴۰۵`, `٢ شوال ١٤٤٧ هـ`.
    pub fn long(self, date: Date) -> String {
        let Parts { year, month, day } = self.calendar.parts(date);
        let name = month_name(self.calendar, self.language, month);
        let era = match (self.calendar, self.language) {
            (Calendar::Hijri, Language::En) => " AH",
            (Calendar::Hijri, Language::Fa) => " ق",
            (Calendar::Hijri, Language::Ar) => " هـ",
            _ => "",
        };
        self.digits.write(&format!("{day} {name} {year}{era}"))
    }

    /// Year, month and day in numbers: `2026-03-21`, `۱۴۰۵/۰۱/۰۱`.
    pub fn short(self, date: Date) -> String {
        let Parts { year, month, day } = self.calendar.parts(date);
        let mark = if self.language == Language::En { '-' } else { '/' };
        self.digits.write(&format!("{year:04}{mark}{month:02}{mark}{day:02}"))
    }

    /// [`Self::long`] with the weekday before it: `Saturday, 21 March 2026`, `شنبه ۱ فروردین ۱۴۰۵`.
    pub fn full(self, date: Date) -> String {
        let weekday = weekday_name(self.language, date.weekday());
        match self.language {
            Language::En => format!("{weekday}, {}", self.long(date)),
            Language::Fa => format!("{weekday} {}", self.long(date)),
            Language::Ar => format!("{weekday}، {}", self.long(date)),
        }
    }
}

/// A civil date in words, as [`Reader::long`].
pub fn format_date(date: Date, language: Language, calendar: Calendar, digits: Digits) -> String {
    Reader { language, calendar, digits }.long(date)
}

/// The name of a month, counted from 1; empty for a month that the calendar does not have.
pub fn month_name(calendar: Calendar, language: Language, month: u8) -> &'static str {
    let names = match (calendar, language) {
        (Calendar::Gregorian, Language::En) => &GREGORIAN_EN,
        (Calendar::Gregorian, Language::Fa) => &GREGORIAN_FA,
        (Calendar::Gregorian, Language::Ar) => &GREGORIAN_AR,
        (Calendar::Jalali, Language::En) => &JALALI_EN,
        (Calendar::Jalali, Language::Fa) => &JALALI_FA,
        (Calendar::Jalali, Language::Ar) => &JALALI_AR,
        (Calendar::Hijri, Language::En) => &HIJRI_EN,
        (Calendar::Hijri, Language::Fa) => &HIJRI_FA,
        (Calendar::Hijri, Language::Ar) => &HIJRI_AR,
    };
    names.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// The name of a day of the week.
pub fn weekday_name(language: Language, weekday: Weekday) -> &'static str {
    let names = match language {
        Language::En => &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        Language::Fa => &["دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"],
        Language::Ar => &["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    };
    names[usize::from(weekday.to_monday_zero_offset().unsigned_abs()) % 7]
}

const GREGORIAN_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const GREGORIAN_FA: [&str; 12] = [
    "ژانویه",
    "فوریه",
    "مارس",
    "آوریل",
    "مه",
    "ژوئن",
    "ژوئیه",
    "اوت",
    "سپتامبر",
    "اکتبر",
    "نوامبر",
    "دسامبر",
];
const GREGORIAN_AR: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];
const JALALI_EN: [&str; 12] = [
    "Farvardin",
    "Ordibehesht",
    "Khordad",
    "Tir",
    "Mordad",
    "Shahrivar",
    "Mehr",
    "Aban",
    "Azar",
    "Dey",
    "Bahman",
    "Esfand",
];
const JALALI_FA: [&str; 12] =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];
const JALALI_AR: [&str; 12] =
    ["فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "آبان", "آذر", "دي", "بهمن", "إسفند"];
const HIJRI_EN: [&str; 12] = [
    "Muharram",
    "Safar",
    "Rabi al-Awwal",
    "Rabi al-Thani",
    "Jumada al-Ula",
    "Jumada al-Akhirah",
    "Rajab",
    "Shaban",
    "Ramadan",
    "Shawwal",
    "Dhu al-Qadah",
    "Dhu al-Hijjah",
];
const HIJRI_FA: [&str; 12] = [
    "محرم",
    "صفر",
    "ربیع‌الاول",
    "ربیع‌الثانی",
    "جمادی‌الاول",
    "جمادی‌الثانی",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذیقعده",
    "ذیحجه",
];
const HIJRI_AR: [&str; 12] = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
];

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn reader(language: Language, calendar: Calendar, digits: Digits) -> Reader {
        Reader { language, calendar, digits }
    }

    #[test]
    fn nowruz_is_the_first_of_farvardin() {
        let nowruz = date(2026, 3, 21);
        let fa = Reader::usual_of(Language::Fa);
        assert_eq!(fa.long(nowruz), "۱ فروردین ۱۴۰۵");
        assert_eq!(fa.short(nowruz), "۱۴۰۵/۰۱/۰۱");
        assert_eq!(fa.full(nowruz), "شنبه ۱ فروردین ۱۴۰۵");
        assert_eq!(reader(Language::En, Calendar::Jalali, Digits::Latin).long(nowruz), "1 Farvardin 1405");
    }

    #[test]
    fn eid_al_fitr_is_the_first_of_shawwal_of_umm_al_qura() {
        let eid = date(2026, 3, 20);
        assert_eq!(Calendar::Hijri.parts(eid), Parts { year: 1447, month: 10, day: 1 });
        assert_eq!(reader(Language::Ar, Calendar::Hijri, Digits::Arabic).full(eid), "الجمعة، ١ شوال ١٤٤٧ هـ");
    }

    #[test]
    fn english_reads_gregorian() {
        let en = Reader::usual_of(Language::En);
        assert_eq!(en.full(date(2026, 11, 22)), "Sunday, 22 November 2026");
        assert_eq!(en.short(date(2026, 3, 4)), "2026-03-04");
        assert_eq!(Reader::usual_of(Language::Ar).long(date(2026, 3, 4)), "٤ مارس ٢٠٢٦");
    }

    #[test]
    fn a_day_that_does_not_exist_is_none() {
        assert_eq!(Calendar::Jalali.date(Parts { year: 1404, month: 12, day: 30 }), None);
        assert_eq!(Calendar::Gregorian.date(Parts { year: 2025, month: 2, day: 29 }), None);
        assert_eq!(Calendar::Hijri.date(Parts { year: 1447, month: 13, day: 1 }), None);
    }

    proptest! {
        #[test]
        fn every_day_goes_to_each_calendar_and_back(days in -20_000_i32..40_000) {
            let day = date(1970, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            for calendar in [Calendar::Gregorian, Calendar::Jalali, Calendar::Hijri] {
                prop_assert_eq!(calendar.date(calendar.parts(day)), Some(day));
            }
        }
    }
}
