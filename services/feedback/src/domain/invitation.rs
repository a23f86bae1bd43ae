//! What a calendar entry says in words.

use jiff::{Timestamp, tz::TimeZone};
use kit::{
    calendar::Reader,
    localize::{Language, Text},
};

/// A point of the agenda in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) title: Text,
    /// The presenter's name; empty without one.
    pub(crate) presenter: String,
    pub(crate) minutes: u32,
}

/// What a meeting is, for somebody who is invited.
#[derive(Debug, Clone)]
pub(crate) struct Words<'a> {
    pub(crate) committee: &'a Text,
    pub(crate) start: Timestamp,
    pub(crate) end: Timestamp,
    pub(crate) zone: &'a TimeZone,
    pub(crate) agenda: &'a [Point],
    pub(crate) cancel_reason: &'a str,
    pub(crate) link: &'a str,
}

impl Words<'_> {
    /// The description of the entry: the day in the reader's calendar, the agenda, and where more is.
    pub(crate) fn describe(&self, reader: Reader) -> String {
        let language = reader.language;
        let pick = |en: &'static str, fa: &'static str, ar: &'static str| match language {
            Language::En => en,
            Language::Fa => fa,
            Language::Ar => ar,
        };
        let mut lines = vec![self.committee.get(language).to_owned()];
        let begins = self.start.to_zoned(self.zone.clone());
        let ends = self.end.to_zoned(self.zone.clone());
        let hour = |z: &jiff::Zoned| reader.digits.write(&z.strftime("%H:%M").to_string());
        let comma = pick(", ", "، ", "، ");
        let day = reader.full(begins.date());
        lines.push(format!("{day}{comma}{}–{}", hour(&begins), hour(&ends)));
        if !self.cancel_reason.is_empty() {
            let why = pick("Cancelled:", "لغو شد:", "أُلغي:");
            lines.push(format!("{why} {}", self.cancel_reason));
        }
        if !self.agenda.is_empty() {
            lines.push(String::new());
            lines.push(pick("Agenda", "دستور جلسه", "جدول الأعمال").to_owned());
            for (i, point) in self.agenda.iter().enumerate() {
                let number = reader.digits.write(&(i + 1).to_string());
                let minutes = reader.digits.grouped(point.minutes.into());
                let unit = pick("min", "دقیقه", "د");
                let presenter = if point.presenter.is_empty() {
                    String::new()
                } else {
                    format!("{}{comma}", point.presenter)
                };
                lines.push(format!("{number}. {} ({presenter}{minutes} {unit})", point.title.get(language)));
            }
        }
        lines.push(String::new());
        lines.push(self.link.to_owned());
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kit::{calendar::Calendar, digits::Digits};

    use super::*;

    fn describe(reader: Reader, reason: &str) -> String {
        let zone = TimeZone::get("Asia/Tehran").expect("a zone");
        let start = date(2026, 3, 10).at(10, 30, 0, 0).to_zoned(zone.clone()).expect("a time").timestamp();
        let agenda = [Point {
            title: Text::new("Order form", "فرم سفارش", "نموذج الطلب"),
            presenter: "Ali".into(),
            minutes: 15,
        }];
        Words {
            committee: &Text::new("Users", "کمیتهٔ کاربران", "لجنة المستخدمين"),
            start,
            end: Timestamp::from_second(start.as_second() + 3_600).expect("a time"),
            zone: &zone,
            agenda: &agenda,
            cancel_reason: reason,
            link: "https://hamgam.example/meetings/m",
        }
        .describe(reader)
    }

    #[test]
    fn a_persian_reader_gets_a_jalali_day() {
        assert_eq!(
            describe(Reader::usual_of(Language::Fa), ""),
            "کمیتهٔ کاربران\nسه‌شنبه ۱۹ اسفند ۱۴۰۴، ۱۰:۳۰–۱۱:۳۰\n\nدستور جلسه\n۱. فرم سفارش (Ali، ۱۵ دقیقه)\n\n\
             https://hamgam.example/meetings/m"
        );
    }

    #[test]
    fn the_calendar_is_the_readers_own_and_not_the_languages() {
        let hijri = Reader { language: Language::Ar, calendar: Calendar::Hijri, digits: Digits::Arabic };
        assert!(describe(hijri, "").contains("٢١ رمضان ١٤٤٧"), "{}", describe(hijri, ""));
        let english = Reader { calendar: Calendar::Jalali, ..Reader::usual_of(Language::En) };
        assert!(describe(english, "").contains("19 Esfand 1404, 10:30–11:30"), "{}", describe(english, ""));
    }

    #[test]
    fn a_cancellation_says_why() {
        let text = describe(Reader::usual_of(Language::En), "the chair is ill");
        assert!(text.contains("\nCancelled: the chair is ill\n"), "{text}");
    }
}
