//! What the newer kinds say: facts by the names that their templates know, so that a new kind needs a template and a file
//! for its event, and nothing else.

use std::{borrow::Cow, collections::BTreeMap};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kit::{calendar::Reader, localize::Text};
use serde::{Deserialize, Serialize};

use super::{
    content::{Fact, Facts, instant},
    kind::Kind,
};

/// One notification of a newer kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// The kind.
    pub about: Kind,
    /// What is to be said.
    details: BTreeMap<String, Detail>,
    /// The path in the app that it leads to; empty for none.
    pub link: String,
}

/// Something to be said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Detail {
    /// A text in the reader's language.
    Text(Text),
    /// A name, or what somebody wrote.
    Plain(String),
    /// A day in the reader's calendar; empty when there is none.
    Day(Option<Date>),
    /// An instant where the reader is.
    Time(Timestamp),
    /// A number; `{name}_text` has it in the reader's digits.
    Count(usize),
    /// Yes or no.
    Flag(bool),
}

impl News {
    /// News of a kind, which leads to a path in the app.
    pub fn new(about: Kind, link: impl Into<String>) -> Self {
        Self { about, details: BTreeMap::new(), link: link.into() }
    }

    fn with(mut self, name: &str, detail: Detail) -> Self {
        self.details.insert(name.to_owned(), detail);
        self
    }

    /// With a text in several languages.
    #[must_use]
    pub fn text(self, name: &str, text: impl Into<Text>) -> Self {
        self.with(name, Detail::Text(text.into()))
    }

    /// With a name, or what somebody wrote.
    #[must_use]
    pub fn plain(self, name: &str, text: impl Into<String>) -> Self {
        self.with(name, Detail::Plain(text.into()))
    }

    /// With a day; a template finds an empty text where there is none.
    #[must_use]
    pub fn day(self, name: &str, day: impl Into<Option<Date>>) -> Self {
        self.with(name, Detail::Day(day.into()))
    }

    /// With an instant.
    #[must_use]
    pub fn time(self, name: &str, time: Timestamp) -> Self {
        self.with(name, Detail::Time(time))
    }

    /// With a number.
    #[must_use]
    pub fn count(self, name: &str, count: usize) -> Self {
        self.with(name, Detail::Count(count))
    }

    /// With yes or no.
    #[must_use]
    pub fn flag(self, name: &str, flag: bool) -> Self {
        self.with(name, Detail::Flag(flag))
    }

    /// The facts in the reader's language, calendar and digits.
    pub(super) fn facts(&self, reader: Reader, zone: &TimeZone) -> Facts {
        let mut facts = Facts::new();
        for (name, detail) in &self.details {
            let fact = match detail {
                Detail::Text(text) => Fact::Text(text.get(reader.language).to_owned()),
                Detail::Plain(text) => Fact::Text(text.clone()),
                Detail::Day(day) => Fact::Text(day.map(|d| reader.full(d)).unwrap_or_default()),
                Detail::Time(time) => Fact::Text(instant(*time, reader, zone)),
                Detail::Flag(flag) => Fact::Flag(*flag),
                Detail::Count(count) => {
                    let number = reader.digits.grouped(i64::try_from(*count).unwrap_or(i64::MAX));
                    facts.insert(Cow::Owned(format!("{name}_text")), Fact::Text(number));
                    Fact::Count(*count)
                }
            };
            facts.insert(Cow::Owned(name.clone()), fact);
        }
        facts
    }
}
