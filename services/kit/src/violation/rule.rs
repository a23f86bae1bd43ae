//! The rules that input can break.

use crate::localize::Language;

/// A rule that a value breaks. Numbers in it are put into words in the reader's digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// There must be a value.
    Required,
    /// Fewer characters than `min`.
    TooShort {
        /// The least number of characters.
        min: u64,
    },
    /// More characters than `max`.
    TooLong {
        /// The greatest number of characters.
        max: u64,
    },
    /// A number or day outside a range.
    OutOfRange {
        /// The least value.
        min: String,
        /// The greatest value.
        max: String,
    },
    /// Not a number.
    NotANumber,
    /// Not a day, `YYYY-MM-DD`.
    NotADate,
    /// Not an instant.
    NotATime,
    /// Not a mail address.
    NotAnEmail,
    /// Not an `https` address.
    NotAUrl,
    /// Not an IANA time zone.
    NotATimeZone,
    /// Not a resource name of the expected kind.
    NotAName {
        /// The pattern.
        pattern: &'static str,
    },
    /// None of the values that are allowed.
    UnknownValue {
        /// The values, separated by commas.
        allowed: String,
    },
    /// Refers to something that does not exist.
    NotFound,
    /// The same value a second time where it may be there once.
    Duplicate,
    /// Something would be below or before itself.
    Cycle,
    /// A time that has not come yet.
    InFuture,
    /// Before the earliest time that is allowed.
    TooEarly {
        /// The earliest time.
        earliest: String,
    },
    /// The end is before the start.
    EndsBeforeStart,
    /// Overlaps with another period of the same kind.
    Overlaps,
    /// More items than `max`.
    TooMany {
        /// The greatest number of items.
        max: u64,
    },
    /// Fewer items than `min`.
    TooFew {
        /// The least number of items.
        min: u64,
    },
    /// Cannot change after creation.
    Immutable,
    /// A password that is easily guessed.
    Guessable,
    /// Not of the expected form.
    Malformed {
        /// An example or a pattern of the form, the same in every language.
        expected: String,
    },
    /// More than one of fields that exclude each other.
    OneOf {
        /// The fields, separated by commas.
        fields: String,
    },
    /// A file without content.
    EmptyFile,
    /// A file that is too big.
    FileTooBig {
        /// The greatest size in MiB.
        max_mib: u64,
    },
    /// A file of more bytes than a call carries.
    TooManyBytes {
        /// The greatest size in KiB.
        max_kib: u64,
    },
    /// A file that is not the image that it says to be.
    NotAnImage,
    /// An image of more pixels than are taken.
    TooManyPixels {
        /// The greatest width and height.
        max_side: u64,
        /// The greatest number of pixels, in millions.
        max_million: u64,
    },
    /// A name with characters that turn the direction of writing round, so that it reads as another one.
    DirectionOverride,
    /// A file with text that is not UTF-8, for example because two files were joined.
    NotUtf8,
    /// A file in UTF-16.
    Utf16,
    /// A file that is not text.
    NotText,
    /// A quotation mark that is never closed.
    UnclosedQuote,
    /// Text after a closing quotation mark.
    TextAfterQuote,
    /// Two columns with the same name.
    DuplicateColumn,
    /// A column that the file does not have.
    UnknownColumn,
    /// A row with another number of values than the file has columns.
    WrongColumnCount {
        /// How many columns the file has.
        expected: u64,
        /// How many values the row has.
        found: u64,
    },
}

impl Rule {
    /// A value must be one of these.
    pub fn unknown_value<S: AsRef<str>>(allowed: &[S]) -> Self {
        let allowed = allowed.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
        Self::UnknownValue { allowed }
    }

    /// The stable code, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Required => "REQUIRED",
            Self::TooShort { .. } => "TOO_SHORT",
            Self::TooLong { .. } => "TOO_LONG",
            Self::OutOfRange { .. } => "OUT_OF_RANGE",
            Self::NotANumber => "NOT_A_NUMBER",
            Self::NotADate => "NOT_A_DATE",
            Self::NotATime => "NOT_A_TIME",
            Self::NotAnEmail => "NOT_AN_EMAIL",
            Self::NotAUrl => "NOT_A_URL",
            Self::NotATimeZone => "NOT_A_TIME_ZONE",
            Self::NotAName { .. } => "NOT_A_NAME",
            Self::UnknownValue { .. } => "UNKNOWN_VALUE",
            Self::NotFound => "NOT_FOUND",
            Self::Duplicate => "DUPLICATE",
            Self::Cycle => "CYCLE",
            Self::InFuture => "IN_FUTURE",
            Self::TooEarly { .. } => "TOO_EARLY",
            Self::EndsBeforeStart => "ENDS_BEFORE_START",
            Self::Overlaps => "OVERLAPS",
            Self::TooMany { .. } => "TOO_MANY",
            Self::TooFew { .. } => "TOO_FEW",
            Self::Immutable => "IMMUTABLE",
            Self::Guessable => "GUESSABLE",
            Self::Malformed { .. } => "MALFORMED",
            Self::OneOf { .. } => "ONE_OF",
            Self::EmptyFile => "EMPTY_FILE",
            Self::FileTooBig { .. } => "FILE_TOO_BIG",
            Self::TooManyBytes { .. } => "TOO_MANY_BYTES",
            Self::NotAnImage => "NOT_AN_IMAGE",
            Self::TooManyPixels { .. } => "TOO_MANY_PIXELS",
            Self::DirectionOverride => "DIRECTION_OVERRIDE",
            Self::NotUtf8 => "NOT_UTF8",
            Self::Utf16 => "UTF16",
            Self::NotText => "NOT_TEXT",
            Self::UnclosedQuote => "UNCLOSED_QUOTE",
            Self::TextAfterQuote => "TEXT_AFTER_QUOTE",
            Self::DuplicateColumn => "DUPLICATE_COLUMN",
            Self::UnknownColumn => "UNKNOWN_COLUMN",
            Self::WrongColumnCount { .. } => "WRONG_COLUMN_COUNT",
        }
    }

    /// The rule in words, a sentence without its full stop: `must have at most 200 characters`.
    pub fn describe(&self, language: Language) -> String {
        super::words::describe(self, language)
    }

    /// [`Self::describe`] with the value that breaks it in quotation marks after it; an empty value is left out.
    pub fn describe_value(&self, language: Language, value: &str) -> String {
        let words = self.describe(language);
        match (value.is_empty(), language) {
            (true, _) => words,
            (false, Language::En) => format!("{words}: “{value}”"),
            (false, Language::Fa | Language::Ar) => format!("{words}: «{value}»"),
        }
    }

    /// One of each rule, for tests that walk them all.
    #[cfg(test)]
    pub(crate) fn samples() -> Vec<Self> {
        vec![
            Self::Required,
            Self::TooShort { min: 12 },
            Self::TooLong { max: 200 },
            Self::OutOfRange { min: "1".into(), max: "30".into() },
            Self::NotANumber,
            Self::NotADate,
            Self::NotATime,
            Self::NotAnEmail,
            Self::NotAUrl,
            Self::NotATimeZone,
            Self::NotAName { pattern: "organizations/{organization}" },
            Self::UnknownValue { allowed: "a, b".into() },
            Self::NotFound,
            Self::Duplicate,
            Self::Cycle,
            Self::InFuture,
            Self::TooEarly { earliest: "2026-03-21".into() },
            Self::EndsBeforeStart,
            Self::Overlaps,
            Self::TooMany { max: 500 },
            Self::TooFew { min: 2 },
            Self::Immutable,
            Self::Guessable,
            Self::Malformed { expected: "HH:MM".into() },
            Self::OneOf { fields: "a, b".into() },
            Self::EmptyFile,
            Self::FileTooBig { max_mib: 64 },
            Self::TooManyBytes { max_kib: 900 },
            Self::NotAnImage,
            Self::TooManyPixels { max_side: 8_000, max_million: 24 },
            Self::DirectionOverride,
            Self::NotUtf8,
            Self::Utf16,
            Self::NotText,
            Self::UnclosedQuote,
            Self::TextAfterQuote,
            Self::DuplicateColumn,
            Self::UnknownColumn,
            Self::WrongColumnCount { expected: 5, found: 4 },
        ]
    }
}
