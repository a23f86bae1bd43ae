//! Languages, and texts that exist in several of them.

use std::{fmt, str::FromStr};

use proto::localization::v1 as pb;

/// A language that Hamgam speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English, left to right.
    #[default]
    En,
    /// Persian, right to left.
    Fa,
    /// Arabic, right to left.
    Ar,
}

impl Language {
    /// All languages, in the order in which a missing text falls back.
    pub const ALL: [Self; 3] = [Self::En, Self::Fa, Self::Ar];

    /// The BCP 47 tag: `en`, `fa`, `ar`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fa => "fa",
            Self::Ar => "ar",
        }
    }

    /// Whether it is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        self != Self::En
    }

    /// From the contract; `None` for a value that is not set or not known.
    pub fn from_proto(value: i32) -> Option<Self> {
        match pb::Language::try_from(value) {
            Ok(pb::Language::En) => Some(Self::En),
            Ok(pb::Language::Fa) => Some(Self::Fa),
            Ok(pb::Language::Ar) => Some(Self::Ar),
            Ok(pb::Language::Unspecified) | Err(_) => None,
        }
    }

    /// To the contract.
    pub fn to_proto(self) -> pb::Language {
        match self {
            Self::En => pb::Language::En,
            Self::Fa => pb::Language::Fa,
            Self::Ar => pb::Language::Ar,
        }
    }

    /// The language of an `accept-language` header (RFC 9110): the supported one with the highest weight, the
    /// first of equals; `None` if it names none.
    pub fn of_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(u32, Self)> = None;
        for part in header.split(',').take(32) {
            let mut pieces = part.split(';');
            let Some(language) = pieces.next().and_then(|tag| tag.trim().parse().ok()) else { continue };
            let weight = pieces
                .find_map(|p| p.trim().strip_prefix("q="))
                .map_or(1000, |q| q.trim().parse::<f32>().map_or(0, thousandths));
            if weight > 0 && best.is_none_or(|(b, _)| weight > b) {
                best = Some((weight, language));
            }
        }
        best.map(|(_, language)| language)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=1000")]
fn thousandths(weight: f32) -> u32 {
    (weight.clamp(0.0, 1.0) * 1000.0) as u32
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads a language tag; the region is ignored, so `fa-IR` is Persian.
    fn from_str(tag: &str) -> Result<Self, UnknownLanguage> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|l| l.code().eq_ignore_ascii_case(primary)).ok_or(UnknownLanguage)
    }
}

/// The tag is of a language that Hamgam does not speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the language is none of en, fa, ar")]
pub struct UnknownLanguage;

/// A short text in each language that it was written in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub struct Text {
    /// English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
    /// Persian.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fa: String,
    /// Arabic.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ar: String,
}

impl Text {
    /// A text in all three languages.
    pub fn new(en: impl Into<String>, fa: impl Into<String>, ar: impl Into<String>) -> Self {
        Self { en: en.into(), fa: fa.into(), ar: ar.into() }
    }

    /// A text in one language only.
    pub fn only(language: Language, text: impl Into<String>) -> Self {
        let mut out = Self::default();
        *out.slot(language) = text.into();
        out
    }

    /// The text of exactly this language; empty if it was not written.
    pub fn exact(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Fa => &self.fa,
            Language::Ar => &self.ar,
        }
    }

    /// The text for a reader of a language: in that language, else English, else Persian, else Arabic.
    pub fn get(&self, language: Language) -> &str {
        std::iter::once(language)
            .chain(Language::ALL)
            .map(|l| self.exact(l))
            .find(|t| !t.is_empty())
            .unwrap_or_default()
    }

    /// Sets the text of a language.
    pub fn set(&mut self, language: Language, text: impl Into<String>) {
        *self.slot(language) = text.into();
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        Language::ALL.into_iter().all(|l| self.exact(l).is_empty())
    }

    fn slot(&mut self, language: Language) -> &mut String {
        match language {
            Language::En => &mut self.en,
            Language::Fa => &mut self.fa,
            Language::Ar => &mut self.ar,
        }
    }
}

impl From<pb::LocalizedText> for Text {
    fn from(text: pb::LocalizedText) -> Self {
        Self { en: text.en, fa: text.fa, ar: text.ar }
    }
}

impl From<&pb::LocalizedText> for Text {
    fn from(text: &pb::LocalizedText) -> Self {
        text.clone().into()
    }
}

impl From<Option<pb::LocalizedText>> for Text {
    fn from(text: Option<pb::LocalizedText>) -> Self {
        text.unwrap_or_default().into()
    }
}

impl From<Text> for pb::LocalizedText {
    fn from(text: Text) -> Self {
        Self { en: text.en, fa: text.fa, ar: text.ar }
    }
}

impl From<&Text> for pb::LocalizedText {
    fn from(text: &Text) -> Self {
        text.clone().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_text_falls_back_to_english_then_persian_then_arabic() {
        let mut text = Text::only(Language::Ar, "سلام");
        assert_eq!(text.get(Language::En), "سلام");
        text.set(Language::Fa, "درود");
        assert_eq!(text.get(Language::En), "درود");
        text.set(Language::En, "hello");
        assert_eq!(text.get(Language::Fa), "درود");
        assert_eq!(Text::default().get(Language::Fa), "");
    }

    #[test]
    fn the_heaviest_supported_language_wins() {
        let of = Language::of_accept_language;
        assert_eq!(of("fa-IR,fa;q=0.9,en;q=0.8"), Some(Language::Fa));
        assert_eq!(of("de, ar;q=0.5, en;q=0.7"), Some(Language::En));
        assert_eq!(of("en;q=0, ar;q=0.1"), Some(Language::Ar));
        assert_eq!(of("de-DE, *;q=0.1"), None);
        assert_eq!(of("en;q=NaN"), None);
        assert_eq!(of(""), None);
    }
}
