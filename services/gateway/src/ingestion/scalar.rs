//! A field as JSON has it. It may be missing or of another kind here, so that every violation can be told at once.

use std::borrow::Cow;

use jiff::Timestamp;
use kit::violation::Rule;
use serde::{
    Deserialize, Deserializer,
    de::{self, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

/// A text, a whole number (ids often come as one), or something else.
#[derive(Debug, Default, PartialEq)]
pub(super) enum Scalar<'a> {
    #[default]
    Missing,
    Text(Cow<'a, str>),
    Number(i128),
    Other,
}

/// A field that breaks a rule.
#[derive(Debug, PartialEq)]
pub(super) struct Wrong {
    pub(super) field: &'static str,
    pub(super) value: String,
    pub(super) rule: Rule,
}

impl Scalar<'_> {
    /// The text, which must be there.
    pub(super) fn text(self, field: &'static str, wrong: &mut Vec<Wrong>) -> String {
        let rule = match self {
            Self::Text(text) if !text.is_empty() => return text.into_owned(),
            Self::Number(number) => return number.to_string(),
            Self::Missing | Self::Text(_) => Rule::Required,
            Self::Other => Rule::Malformed { expected: "\"text\"".into() },
        };
        wrong.push(Wrong { field, value: String::new(), rule });
        String::new()
    }

    /// The instant, which must be there.
    pub(super) fn time(self, field: &'static str, wrong: &mut Vec<Wrong>) -> Option<Timestamp> {
        let text = self.text(field, wrong);
        let instant = text.parse().ok();
        if instant.is_none() && !text.is_empty() {
            wrong.push(Wrong { field, value: text, rule: Rule::NotATime });
        }
        instant
    }

    /// The whole number, also where it is written as a text, as protobuf's JSON does; 0 where there is none.
    pub(super) fn number(self, field: &'static str, wrong: &mut Vec<Wrong>) -> i64 {
        let (found, value) = match self {
            Self::Missing => return 0,
            Self::Number(number) => (i64::try_from(number).ok(), number.to_string()),
            Self::Text(text) => (text.parse().ok(), text.into_owned()),
            Self::Other => (None, String::new()),
        };
        found.unwrap_or_else(|| {
            wrong.push(Wrong { field, value, rule: Rule::NotANumber });
            0
        })
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Scalar<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor)
    }
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar<'de>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Number(number.into()))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Number(number.into()))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Other)
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Other)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Missing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Scalar<'de>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar<'de>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other)
    }
}
