//! Days, instants and numbers as people write them in files: any of three digit families, Jalali days too.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};

use crate::{
    calendar::{Calendar, Parts},
    digits::to_latin,
    violation::Rule,
};

/// A day: `2026-03-21`, `2026/3/21`, `1405/01/01` (a year from 1200 to 1599 is Jalali, so that no year is taken for
/// another), or an instant, of which the day is taken. A day that could be read in two ways, `03/04/2026`, is refused.
pub fn day(text: &str) -> Result<Date, Rule> {
    let text = to_latin(text.trim());
    let head = text.split(['T', ' ']).next().unwrap_or_default();
    let mut parts = head.split(['-', '/', '.']);
    let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(Rule::NotADate);
    };
    let number = |digits: &str, max: usize| {
        (1..=max).contains(&digits.len()).then(|| digits.parse::<u16>().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day), 4) =
        (number(year, 4), number(month, 2), number(day, 2), year.len())
    else {
        return Err(Rule::NotADate);
    };
    let calendar = if (1200..1600).contains(&year) { Calendar::Jalali } else { Calendar::Gregorian };
    let (month, day) = (u8::try_from(month), u8::try_from(day));
    let (Ok(month), Ok(day)) = (month, day) else { return Err(Rule::NotADate) };
    calendar.date(Parts { year: i32::from(year), month, day }).ok_or(Rule::NotADate)
}

/// An instant: RFC 3339 with an offset, or a civil day and time (seconds may be missing, the time too) of the zone.
pub fn instant(text: &str, zone: &TimeZone) -> Result<Timestamp, Rule> {
    let text = to_latin(text.trim());
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Ok(instant);
    }
    let date = day(&text).map_err(|_| Rule::NotATime)?;
    let time = match text.split_once(['T', ' ']) {
        None => jiff::civil::Time::midnight(),
        Some((_, time)) => time.trim().parse().map_err(|_| Rule::NotATime)?,
    };
    DateTime::from_parts(date, time).to_zoned(zone.clone()).map(|z| z.timestamp()).map_err(|_| Rule::NotATime)
}

/// A whole number, thousands grouped or not.
pub fn whole(text: &str) -> Result<i64, Rule> {
    let plain: String =
        to_latin(text.trim()).chars().filter(|c| !matches!(c, ',' | '٬' | ' ' | '\u{00A0}')).collect();
    plain.replace('−', "-").parse().map_err(|_| Rule::NotANumber)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_as_people_write_them() {
        for text in
            ["2026-03-21", "2026/3/21", "۲۰۲۶-۰۳-۲۱", "۱۴۰۵/۰۱/۰۱", "1405-1-1", "2026-03-21T10:00:00Z"]
        {
            assert_eq!(day(text), Ok(date(2026, 3, 21)), "{text}");
        }
        for text in [
            "",
            "21/03/2026",
            "2026-13-01",
            "2026-02-30",
            "1405/12/30",
            "26-03-21",
            "2026-03",
            "soon",
            "2026-03-211",
        ] {
            assert_eq!(day(text), Err(Rule::NotADate), "{text}");
        }
    }

    #[test]
    fn instants_with_and_without_an_offset() {
        let tehran = TimeZone::get("Asia/Tehran").unwrap();
        let expected: Timestamp = "2026-03-21T06:00:00Z".parse().unwrap();
        for text in
            ["2026-03-21T09:30:00+03:30", "2026-03-21 09:30", "۱۴۰۵/۰۱/۰۱ ۰۹:۳۰:۰۰", "2026-03-21T06:00:00Z"]
        {
            assert_eq!(instant(text, &tehran), Ok(expected), "{text}");
        }
        assert_eq!(instant("2026-03-21", &TimeZone::UTC), Ok("2026-03-21T00:00:00Z".parse().unwrap()));
        for text in ["", "yesterday", "2026-03-21 25:00", "1726829200"] {
            assert_eq!(instant(text, &tehran), Err(Rule::NotATime), "{text}");
        }
    }

    #[test]
    fn numbers_in_any_digits() {
        assert_eq!(whole("۱٬۲۳۴"), Ok(1234));
        assert_eq!(whole(" 12,345 "), Ok(12_345));
        assert_eq!(whole("1.5"), Err(Rule::NotANumber));
    }
}
