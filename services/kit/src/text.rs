//! Text as people type it: cleaned for keeping, folded for finding.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The text as it is kept and shown: NFC, trimmed, without bidirectional overrides and control characters (line
/// breaks and tabs stay). The zero-width non-joiner stays: Persian is spelled with it.
pub fn clean(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|&c| !is_bidi_control(c) && (!c.is_control() || matches!(c, '\n' | '\t')))
        .nfc()
        .collect();
    kept.trim().to_owned()
}

/// The text as it is compared: two spellings that a reader takes for the same word become equal. Letters lose case
/// and diacritics, Arabic and Persian forms of ی, ک and ه become one, digits become Latin, joiners, tatweel and
/// bidirectional marks vanish, white space becomes single spaces.
pub fn normalize(text: &str) -> String {
    // Lower-casing may bring marks back (İ) and folding may bring upper case back, so it is done until nothing changes.
    let mut folded = fold(text);
    for _ in 0..4 {
        let again = fold(&folded);
        if again == folded {
            break;
        }
        folded = again;
    }
    folded
}

fn fold(text: &str) -> String {
    let letters = text
        .nfkd()
        .filter(|&c| !is_combining_mark(c) && !is_ignored(c))
        .flat_map(char::to_lowercase)
        .map(fold_char)
        .nfc();
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in letters {
        if c.is_whitespace() || c.is_control() {
            gap = !out.is_empty();
        } else {
            if gap {
                out.push(' ');
                gap = false;
            }
            out.push(c);
        }
    }
    out
}

fn fold_char(c: char) -> char {
    match c {
        'ي' | 'ى' | 'ۍ' | 'ې' => 'ی',
        'ك' | 'ڪ' => 'ک',
        'ة' | 'ە' | 'ہ' | 'ھ' | 'ۃ' => 'ه',
        'ٱ' => 'ا',
        _ => crate::digits::value_of(c).and_then(|v| char::from_digit(v, 10)).unwrap_or(c),
    }
}

fn is_ignored(c: char) -> bool {
    is_bidi_control(c)
        || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' | 'ـ' | 'ء')
}

/// Whether a text has characters that turn the direction of writing round: overrides, embeddings and isolates. A name with
/// them can read as another one. The plain marks that keyboards put between scripts are not among them.
pub fn has_direction_override(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The text in NFC: what two keyboards write for é becomes the same bytes. Nothing else changes.
pub fn compose(text: &str) -> String {
    text.nfc().collect()
}

/// The first `max` characters of a text.
pub fn truncate(text: &str, max: usize) -> &str {
    text.char_indices().nth(max).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_direction_override_is_seen_and_a_plain_mark_is_not() {
        assert!(
            has_direction_override("invoice\u{202E}gpj.exe") && has_direction_override("\u{2067}a\u{2069}")
        );
        assert!(!has_direction_override("سلام\u{200F} (CRM)\u{200C}"));
    }

    #[test]
    fn spellings_that_a_reader_takes_for_the_same_are_equal() {
        for (a, b) in [
            ("علي كريمي", "علی کریمی"),
            ("می‌رود", "میرود"),
            ("محـــمد", "مُحَمَّد"),
            ("آرش", "ارش"),
            ("فاطمة", "فاطمه"),
            ("مسئول", "مسيول"),
            ("تیم ۱۲", "تيم ١٢"),
            ("  Sales\u{00A0}\t West ", "sales west"),
            ("José", "JOSE"),
            ("ﬁeld", "field"),
            ("\u{202E}abc\u{202C}", "abc"),
        ] {
            assert_eq!(normalize(a), normalize(b), "{a} and {b}");
        }
        assert_ne!(normalize("sales east"), normalize("sales west"));
    }

    #[test]
    fn kept_text_keeps_its_joiners_and_loses_overrides() {
        assert_eq!(clean(" می‌رود\u{202E}\u{0007}\n"), "می‌رود");
        assert_eq!(clean("a\nb\tc"), "a\nb\tc");
    }

    #[test]
    fn truncating_counts_characters() {
        assert_eq!(truncate("سلام", 2), "سل");
        assert_eq!(truncate("ab", 5), "ab");
    }

    proptest! {
        #[test]
        fn normalizing_twice_changes_nothing(text in ".{0,40}") {
            let once = normalize(&text);
            prop_assert_eq!(normalize(&once), once);
        }

        #[test]
        fn cleaning_twice_changes_nothing(text in ".{0,40}") {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
        }
    }
}
