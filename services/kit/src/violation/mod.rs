//! Bad input: every broken rule of a request, collected before anything is refused.

mod rule;
mod words;

use std::{fmt::Display, ops::RangeInclusive};

pub use rule::Rule;

use crate::{error::Error, localize::Language, text};

/// How many violations one answer lists; the rest is only counted, because gRPC carries them in a header.
pub const LISTED: usize = 20;
/// How many characters of a bad value are repeated to the caller.
pub const VALUE_LENGTH: usize = 100;
/// How many bytes of values one answer repeats in full; later ones are cut shorter.
const VALUE_BYTES: usize = 1500;

/// One broken rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The path of the field in the request: `title`, `modules[2].title`.
    pub field: String,
    /// The value, at most [`VALUE_LENGTH`] characters of it.
    pub value: String,
    /// The rule that it breaks.
    pub rule: Rule,
}

/// The broken rules of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violations {
    language: Language,
    listed: Vec<Violation>,
    value_bytes: usize,
    count: usize,
}

impl Violations {
    /// No violations yet; the words will be in this language.
    pub fn new(language: Language) -> Self {
        Self { language, listed: Vec::new(), value_bytes: 0, count: 0 }
    }

    /// The caller's language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// How many rules are broken, those that are not listed included.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether no rule is broken.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The listed violations, in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.listed.iter()
    }

    /// Adds a broken rule.
    pub fn add(&mut self, field: impl Into<String>, value: impl Display, rule: Rule) {
        self.count += 1;
        if self.listed.len() >= LISTED {
            return;
        }
        let length = if self.value_bytes < VALUE_BYTES { VALUE_LENGTH } else { 20 };
        let value = shorten(&value.to_string(), length);
        self.value_bytes += value.len();
        self.listed.push(Violation { field: field.into(), value, rule });
    }

    /// The text must not be empty or blank.
    pub fn required(&mut self, field: &str, value: &str) -> bool {
        let ok = !value.trim().is_empty();
        if !ok {
            self.add(field, "", Rule::Required);
        }
        ok
    }

    /// The text must have a number of characters within the range. An empty text breaks a lower bound as `Required`.
    pub fn length(&mut self, field: &str, value: &str, range: RangeInclusive<usize>) -> bool {
        let (min, max) = (*range.start() as u64, *range.end() as u64);
        let count = value.chars().count() as u64;
        let rule = match count {
            0 if min > 0 => Rule::Required,
            n if n < min => Rule::TooShort { min },
            n if n > max => Rule::TooLong { max },
            _ => return true,
        };
        self.add(field, value, rule);
        false
    }

    /// The text is a name or a title, and must not turn the direction of writing round.
    pub fn direction(&mut self, field: &str, value: &str) -> bool {
        let ok = !text::has_direction_override(value);
        if !ok {
            self.add(field, text::clean(value), Rule::DirectionOverride);
        }
        ok
    }

    /// The number must be within the range.
    pub fn range<T: PartialOrd + Display>(
        &mut self,
        field: &str,
        value: T,
        range: RangeInclusive<T>,
    ) -> bool {
        let ok = range.contains(&value);
        if !ok {
            let (min, max) = (range.start().to_string(), range.end().to_string());
            self.add(field, value, Rule::OutOfRange { min, max });
        }
        ok
    }

    /// The list must have at most so many items.
    pub fn count(&mut self, field: &str, len: usize, max: usize) -> bool {
        let ok = len <= max;
        if !ok {
            self.add(field, len, Rule::TooMany { max: max as u64 });
        }
        ok
    }

    /// The day must be `YYYY-MM-DD`; `None` and a violation if it is not.
    pub fn day(&mut self, field: &str, value: &str) -> Option<jiff::civil::Date> {
        let day = (value.len() == 10).then(|| value.parse().ok()).flatten();
        if day.is_none() {
            self.add(field, value, if value.is_empty() { Rule::Required } else { Rule::NotADate });
        }
        day
    }

    /// The day, if the text is not empty.
    pub fn optional_day(&mut self, field: &str, value: &str) -> Option<jiff::civil::Date> {
        if value.is_empty() { None } else { self.day(field, value) }
    }

    /// The text must look like one mail address.
    pub fn email(&mut self, field: &str, value: &str) -> bool {
        let ok = is_email(value);
        if !ok {
            self.add(field, value, Rule::NotAnEmail);
        }
        ok
    }

    /// The time zone of this IANA name; `None` and a violation if there is none.
    pub fn zone(&mut self, field: &str, value: &str) -> Option<jiff::tz::TimeZone> {
        let zone = jiff::tz::TimeZone::get(value).ok();
        if zone.is_none() {
            self.add(field, value, if value.is_empty() { Rule::Required } else { Rule::NotATimeZone });
        }
        zone
    }

    /// Refuses the request if any rule is broken.
    pub fn check(self) -> Result<(), Error> {
        if self.is_empty() { Ok(()) } else { Err(Error::Invalid(self)) }
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The first characters of a value, on one line and without control characters, to be repeated to a person.
pub fn shorten(value: &str, length: usize) -> String {
    let one_line: String =
        value.chars().take(length + 1).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if one_line.chars().count() > length {
        format!("{}…", text::truncate(&one_line, length.saturating_sub(1)))
    } else {
        one_line
    }
}

/// Whether a text looks like one mail address. Only mail itself can tell more.
pub fn is_email(value: &str) -> bool {
    let Some((local, domain)) = value.rsplit_once('@') else { return false };
    let label = |l: &str| {
        !l.is_empty()
            && l.len() <= 63
            && !l.starts_with('-')
            && !l.ends_with('-')
            && l.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    value.len() <= 254
        && (1..=64).contains(&local.len())
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c))
        && domain.contains('.')
        && domain.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_broken_rule_is_listed_at_once() {
        let mut v = Violations::new(Language::En);
        v.required("title", "  ");
        v.length("summary", &"x".repeat(300), 0..=200);
        v.range("days", 40, 1..=30);
        v.day("due", "2026-02-30");
        v.email("email", "a@b");
        v.zone("zone", "Mars/Olympus");
        assert!(v.length("fine", "سلام", 1..=4) && v.optional_day("start", "").is_none());
        let codes: Vec<_> = v.iter().map(|x| x.rule.code()).collect();
        assert_eq!(
            codes,
            ["REQUIRED", "TOO_LONG", "OUT_OF_RANGE", "NOT_A_DATE", "NOT_AN_EMAIL", "NOT_A_TIME_ZONE"]
        );
        assert!(matches!(v.check(), Err(Error::Invalid(v)) if v.len() == 6));
        assert!(Violations::new(Language::En).check().is_ok());
    }

    #[test]
    fn many_violations_are_counted_and_some_listed() {
        let mut v = Violations::new(Language::Fa);
        for i in 0..1000 {
            v.add(format!("rows[{i}]"), "س".repeat(5000), Rule::NotADate);
        }
        assert_eq!((v.len(), v.iter().count()), (1000, LISTED));
        assert!(v.iter().map(|x| x.value.len()).sum::<usize>() < 4000);
    }

    #[test]
    fn a_repeated_value_stays_on_one_line() {
        assert_eq!(shorten("a\r\nb", 100), "a  b");
        assert_eq!(shorten(&"é".repeat(200), 100).chars().count(), 100);
    }

    #[test]
    fn mail_addresses() {
        for good in ["a@b.co", "first.last+tag@sub.example.org", "سارا@مثال.ایران"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "a", "a@b", "a@@b.co", "a b@c.de", ".a@b.co", "a@-b.co", "a@b..co", "a@b.co\n"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
