//! The code of a voucher: what a team shows where it gets its reward. It is made of a secret that only the server has, so
//! that it can be shown again while the database holds its hash alone.

use sha2::{Digest, Sha256};

/// Crockford's letters: nothing that is mistaken for another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of a code: 80 bits, more than anybody tries.
const LENGTH: usize = 16;

/// The code of a secret, in four groups of four.
pub fn code(secret: &[u8; 32]) -> String {
    let mut out = String::with_capacity(LENGTH + 3);
    for (i, byte) in secret.iter().take(LENGTH).enumerate() {
        if i > 0 && i % 4 == 0 {
            out.push('-');
        }
        out.push(char::from(LETTERS[usize::from(byte & 31)]));
    }
    out
}

/// A code as somebody types it, in one form: without hyphens and blanks, in capitals, with Latin digits, and with the digit
/// where a letter was taken for it. `None` for what cannot be one.
pub fn canonical(typed: &str) -> Option<String> {
    let mut code = String::with_capacity(LENGTH);
    for c in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '–' | '\u{200C}')) {
        let c = match kit::digits::value_of(c) {
            Some(digit) => char::from(LETTERS[usize::try_from(digit).ok()? % 10]),
            None => match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            },
        };
        if code.len() >= LENGTH || !u8::try_from(c).is_ok_and(|b| LETTERS.contains(&b)) {
            return None;
        }
        code.push(c);
    }
    (code.len() == LENGTH).then_some(code)
}

/// The hash of a code in its one form, as hexadecimal digits: what is kept. A code has 80 random bits, so that no salt is
/// needed against guessing.
pub fn hash(canonical: &str) -> String {
    let mut hash = String::with_capacity(64);
    for byte in Sha256::digest(canonical.as_bytes()) {
        for half in [byte >> 4, byte & 15] {
            hash.extend(char::from_digit(u32::from(half), 16));
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_code_is_read_however_it_is_typed(secret in any::<[u8; 32]>()) {
            let shown = code(&secret);
            prop_assert_eq!(shown.len(), 19);
            let canonical = canonical(&shown).unwrap();
            for typed in [shown.to_lowercase(), shown.replace('-', " "), shown.replace('0', "o").replace('1', "l"), shown.replace('2', "۲")] {
                prop_assert_eq!(super::canonical(&typed), Some(canonical.clone()));
            }
        }

        #[test]
        fn anything_else_is_refused(text in ".{0,15}") {
            prop_assert_eq!(canonical(&text), None);
        }
    }
}
