//! The three families of digits that Hamgam's readers use.

use proto::localization::v1 as pb;

use crate::localize::Language;

/// The digits in which a person reads numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Digits {
    /// 0123456789
    Latin,
    /// ۰۱۲۳۴۵۶۷۸۹
    Persian,
    /// ٠١٢٣٤٥٦٧٨٩
    Arabic,
}

impl Digits {
    /// The usual digits of a language.
    pub fn usual_of(language: Language) -> Self {
        match language {
            Language::En => Self::Latin,
            Language::Fa => Self::Persian,
            Language::Ar => Self::Arabic,
        }
    }

    /// From the contract; what is not set becomes the usual digits of the language.
    pub fn from_proto(value: i32, language: Language) -> Self {
        match pb::Digits::try_from(value) {
            Ok(pb::Digits::Latin) => Self::Latin,
            Ok(pb::Digits::Persian) => Self::Persian,
            Ok(pb::Digits::Arabic) => Self::Arabic,
            Ok(pb::Digits::Unspecified) | Err(_) => Self::usual_of(language),
        }
    }

    /// To the contract.
    pub fn to_proto(self) -> pb::Digits {
        match self {
            Self::Latin => pb::Digits::Latin,
            Self::Persian => pb::Digits::Persian,
            Self::Arabic => pb::Digits::Arabic,
        }
    }

    fn zero(self) -> char {
        match self {
            Self::Latin => '0',
            Self::Persian => '۰',
            Self::Arabic => '٠',
        }
    }

    /// The text with every digit, of whichever family, written in this one.
    pub fn write(self, text: &str) -> String {
        text.chars().map(|c| value_of(c).map_or(c, |v| shift(self.zero(), v))).collect()
    }

    /// A whole number with its thousands grouped: `12,345`, `۱۲٬۳۴۵`.
    pub fn grouped(self, number: i64) -> String {
        let separator = if self == Self::Latin { ',' } else { '٬' };
        let plain = number.unsigned_abs().to_string();
        let mut out = String::with_capacity(plain.len() * 3);
        if number < 0 {
            out.push('−');
        }
        for (i, c) in plain.chars().enumerate() {
            if i > 0 && (plain.len() - i).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(c);
        }
        self.write(&out)
    }
}

/// The text with Persian and Arabic digits written in Latin ones.
pub fn to_latin(text: &str) -> String {
    Digits::Latin.write(text)
}

/// The value of a digit of any of the three families.
pub fn value_of(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        _ => None,
    }
}

fn shift(zero: char, value: u32) -> char {
    char::from_u32(zero as u32 + value).unwrap_or(zero)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_grouped_in_the_readers_digits() {
        assert_eq!(Digits::Latin.grouped(1_234_567), "1,234,567");
        assert_eq!(Digits::Persian.grouped(-12_345), "−۱۲٬۳۴۵");
        assert_eq!(Digits::Arabic.grouped(100), "١٠٠");
    }

    #[test]
    fn every_family_becomes_every_other() {
        for text in ["2026-03-21", "۲۰۲۶-۰۳-۲۱", "٢٠٢٦-٠٣-٢١"] {
            assert_eq!(to_latin(text), "2026-03-21");
            assert_eq!(Digits::Persian.write(text), "۲۰۲۶-۰۳-۲۱");
            assert_eq!(Digits::Arabic.write(text), "٢٠٢٦-٠٣-٢١");
        }
    }
}
