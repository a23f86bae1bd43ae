//! One event as JSON has it. A field may be missing or of another kind here, so that every violation can be told at once.

use std::borrow::Cow;

use jiff::Timestamp;
use kit::violation::Rule;
use proto::telemetry::v1::UsageEvent;
use serde::{
    Deserialize, Deserializer,
    de::{self, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

/// An event as it was sent. Other fields are not read: what Hamgam does not need, it does not take.
#[derive(Debug, Deserialize)]
pub(super) struct RawEvent<'a> {
    #[serde(borrow, default)]
    event_id: Scalar<'a>,
    #[serde(borrow, default)]
    time: Scalar<'a>,
    #[serde(borrow, default)]
    external_id: Scalar<'a>,
    #[serde(borrow, default)]
    feature: Scalar<'a>,
}

/// A text, a whole number (ids often come as one), or something else.
#[derive(Debug, Default, PartialEq)]
pub(super) enum Scalar<'a> {
    #[default]
    Missing,
    Text(Cow<'a, str>),
    Number(i128),
    Other,
}

/// A field of an event that breaks a rule.
#[derive(Debug, PartialEq)]
pub(super) struct Wrong {
    pub(super) field: &'static str,
    pub(super) value: String,
    pub(super) rule: Rule,
}

impl RawEvent<'_> {
    /// The event; what is wrong with its form goes into `wrong`. The rules of the content are telemetry's.
    pub(super) fn event(self, wrong: &mut Vec<Wrong>) -> UsageEvent {
        let time = self.time.text("time", wrong);
        let instant = time.parse::<Timestamp>().ok();
        if instant.is_none() && !time.is_empty() {
            wrong.push(Wrong { field: "time", value: time, rule: Rule::NotATime });
        }
        UsageEvent {
            event_id: self.event_id.text("event_id", wrong),
            time: instant.map(kit::db::time::to_proto),
            external_id: self.external_id.text("external_id", wrong),
            feature: self.feature.text("feature", wrong),
        }
    }
}

impl Scalar<'_> {
    fn text(self, field: &'static str, wrong: &mut Vec<Wrong>) -> String {
        let rule = match self {
            Self::Text(text) if !text.is_empty() => return text.into_owned(),
            Self::Number(number) => return number.to_string(),
            Self::Missing | Self::Text(_) => Rule::Required,
            Self::Other => Rule::Malformed { expected: "\"text\"".into() },
        };
        wrong.push(Wrong { field, value: String::new(), rule });
        String::new()
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
