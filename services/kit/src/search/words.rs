//! Text as it is searched for: cut into words in which Persian, Arabic and Latin spellings that a reader takes for the same
//! are the same.
//!
//! [`crate::text::normalize`] makes letters, digits and diacritics one. What is left is Persian's half-space: «می‌رود», «میرود» and
//! «می رود» are one word to a reader. So a word with a half-space counts as a whole and in parts, and so does a small word
//! that belongs to its neighbour.

use crate::text::normalize;

/// The half-space, a zero-width non-joiner.
const HALF_SPACE: char = '\u{200C}';
/// A word longer than this, in characters, is cut.
const LONGEST: usize = 40;
/// Small words that are written apart or together with the word after them.
const BEFORE: [&str; 4] = ["می", "نمی", "بی", "هم"];
/// Small words that are written apart or together with the word before them.
const AFTER: [&str; 9] = ["ها", "های", "هایی", "هایم", "هایش", "تر", "ترین", "ای", "ام"];
/// Words that say nothing about what a text is about.
const EMPTY: [&str; 56] = [
    "a", "an", "the", "to", "of", "in", "on", "is", "are", "i", "it", "and", "or", "for", "we", "my", "be",
    "with", "can", "how", "do", "و", "در", "به", "از", "که", "این", "ان", "را", "با", "است", "برای", "یک",
    "تا", "من", "ما", "هم", "هر", "چه", "یا", "می", "ها", "های", "فی", "من", "علی", "الی", "عن", "ان", "او",
    "هل", "هذا", "هذه", "لا", "ما", "مع",
];

/// The words of a text, whole ones and parts, in their order and with repetition.
pub fn words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut before: Option<String> = None;
    for piece in text.split(|c: char| !(c.is_alphanumeric() || is_inside(c))) {
        let whole = one(piece);
        if whole.is_empty() {
            continue;
        }
        if piece.contains(HALF_SPACE) {
            all.extend(piece.split(HALF_SPACE).map(one).filter(|w| !w.is_empty() && *w != whole));
        }
        if let Some(before) = before.take()
            && (BEFORE.contains(&before.as_str()) || AFTER.contains(&whole.as_str()))
        {
            all.push(cut(&format!("{before}{whole}")));
        }
        all.extend(stem(&whole));
        before = Some(whole.clone());
        all.push(whole);
    }
    all
}

/// Whether a word says nothing about what a text is about.
pub(super) fn is_empty(word: &str) -> bool {
    EMPTY.contains(&word)
}

/// What belongs to a word though it is no letter: marks, tatweel, the half-space and the marks of direction.
fn is_inside(c: char) -> bool {
    matches!(c, HALF_SPACE | '\u{200D}' | 'ـ' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{200E}' | '\u{200F}' | '\u{0300}'..='\u{036F}')
}

fn one(piece: &str) -> String {
    cut(&normalize(piece).replace(' ', ""))
}

fn cut(word: &str) -> String {
    crate::text::truncate(word, LONGEST).to_owned()
}

/// The word without what its grammar added: the plural of Persian and English, the article of Arabic.
fn stem(word: &str) -> Option<String> {
    let long = |rest: &str, least| (rest.chars().count() >= least).then(|| rest.to_owned());
    for plural in ["هایی", "های", "ها"] {
        if let Some(rest) = word.strip_suffix(plural) {
            return long(rest, 3);
        }
    }
    for article in ["وال", "بال", "لل", "ال"] {
        if let Some(rest) = word.strip_prefix(article) {
            return long(rest, 3);
        }
    }
    if word.is_ascii() && !word.ends_with("ss") {
        return word.strip_suffix('s').and_then(|rest| long(rest, 3));
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn share(a: &str, b: &str) -> bool {
        let (a, b) = (words(a), words(b));
        a.iter().any(|w| !is_empty(w) && b.contains(w))
    }

    #[test]
    fn spellings_of_one_word_meet() {
        for (a, b) in [
            ("گزارش‌ها", "گزارش ها"),
            ("گزارش‌ها", "گزارشها"),
            ("گزارش‌ها", "گزارش"),
            ("می‌رود", "می رود"),
            ("می‌رود", "ميرود"),
            ("كيفيت", "کیفیت"),
            ("التقارير", "تقارير"),
            ("مُحَمَّد", "محمد"),
            ("نسخهٔ ۱۲", "نسخه 12"),
            ("version ٢٠٢٦", "۲۰۲۶"),
            ("Reports", "report"),
            ("CRM-Export", "export"),
            ("محـــمد", "محمد"),
        ] {
            assert!(share(a, b), "{a:?} and {b:?}: {:?}, {:?}", words(a), words(b));
        }
    }

    #[test]
    fn different_words_do_not() {
        for (a, b) in [("فروش", "خرید"), ("speed", "spend"), ("تقریر", "تقدیر"), ("12", "21"), ("", "a")]
        {
            assert!(!share(a, b), "{a} and {b}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_becomes_words_of_bounded_length(text in "\\PC{0,60}") {
            for word in words(&text) {
                prop_assert!(!word.is_empty() && word.chars().count() <= LONGEST && !word.contains(' '));
            }
        }

        #[test]
        fn a_word_is_found_in_whatever_surrounds_it(before in "[a-z ]{0,20}", word in "[اآبپتجدرسشفکگلمنوهیئ]{3,8}", after in "[a-z۰-۹ ]{0,20}") {
            let all = words(&format!("{before}. {word}, {after}"));
            prop_assert!(all.contains(&one(&word)), "{:?}", all);
        }
    }
}
