//! A skill confirmed for a time.

use jiff::{Timestamp, ToSpan, civil::Date};
use kit::{digits, localize::Text};

use super::course::CertificatePolicy;

/// Letters and digits that nobody takes for one another, as in Crockford's base 32.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A skill confirmed for a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate {
    /// The id.
    pub id: String,
    /// Whose it is.
    pub person: String,
    /// What the person was called.
    pub person_display_name: String,
    /// The enrolment that earned it.
    pub enrollment: String,
    /// The course.
    pub course: String,
    /// The version that was completed.
    pub course_version: u32,
    /// What the course was called.
    pub course_title: Text,
    /// What anybody can check it by.
    pub code: String,
    /// When it was issued.
    pub issue_time: Timestamp,
    /// The day on which it was issued, at the person's site.
    pub issue_day: Date,
    /// The last day on which it counts; `None`: it does not lapse.
    pub expire_day: Option<Date>,
    /// Whether a newer one has taken its place.
    pub renewed: bool,
}

/// Whether a certificate counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateState {
    /// It counts.
    Valid,
    /// It has lapsed.
    Lapsed,
    /// A newer one has taken its place.
    Renewed,
}

impl Certificate {
    /// Whether it counts on a day.
    pub fn state_on(&self, day: Date) -> CertificateState {
        if self.renewed {
            CertificateState::Renewed
        } else if self.expire_day.is_some_and(|last| last < day) {
            CertificateState::Lapsed
        } else {
            CertificateState::Valid
        }
    }
}

/// The last day on which a certificate of this policy counts, and the first on which its holder is enrolled again.
/// `None`: it does not lapse.
pub fn expiry(policy: CertificatePolicy, issued: Date) -> Option<(Date, Date)> {
    if !policy.enabled || policy.valid_months == 0 {
        return None;
    }
    let last = issued.checked_add(i64::from(policy.valid_months).months()).ok()?.yesterday().ok()?;
    let renew = last.checked_sub(i64::from(policy.recertify_before_days).days()).ok()?;
    Some((last, renew))
}

/// A code of 128 random bits in groups of letters and digits that are easily read out: `7K2M-9QXT-…`.
pub fn code(random: [u8; 16]) -> String {
    let mut bits = u128::from_be_bytes(random);
    let mut letters = Vec::with_capacity(26);
    for _ in 0..26 {
        let index = usize::try_from(bits & 31).unwrap_or(0);
        letters.push(char::from(ALPHABET[index % ALPHABET.len()]));
        bits >>= 5;
    }
    letters.chunks(5).map(|c| c.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A code as somebody typed it, as it was given out: capitals, hyphens and look-alikes put right.
pub fn normalize_code(typed: &str) -> String {
    let letters: Vec<char> = digits::to_latin(typed)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect();
    letters.chunks(5).map(|c| c.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn it_counts_to_the_day_before_its_anniversary() {
        let policy = CertificatePolicy { enabled: true, valid_months: 12, recertify_before_days: 30 };
        assert_eq!(expiry(policy, date(2026, 3, 21)), Some((date(2027, 3, 20), date(2027, 2, 18))));
        assert_eq!(expiry(policy, date(2028, 2, 29)), Some((date(2029, 2, 27), date(2029, 1, 28))));
        assert_eq!(expiry(CertificatePolicy { valid_months: 0, ..policy }, date(2026, 3, 21)), None);
        assert_eq!(expiry(CertificatePolicy { enabled: false, ..policy }, date(2026, 3, 21)), None);
    }

    #[test]
    fn a_code_is_found_however_it_is_typed() {
        let code = code(*b"0123456789abcdef");
        assert_eq!(code.len(), 31);
        for typed in [
            code.clone(),
            code.to_lowercase(),
            code.replace('-', ""),
            code.replace('-', " "),
            code.replace('0', "o").replace('1', "l"),
        ] {
            assert_eq!(normalize_code(&typed), code);
        }
        assert_eq!(normalize_code("۷k2m"), "7K2M");
    }

    proptest! {
        #[test]
        fn every_bit_is_in_the_code(a: [u8; 16], b: [u8; 16]) {
            prop_assert_eq!(code(a) == code(b), a == b);
        }

        #[test]
        fn any_typed_text_is_read_without_harm(typed in ".{0,60}") {
            let _ = normalize_code(&typed);
        }
    }

    #[test]
    fn codes_use_the_whole_alphabet() {
        let letters: BTreeSet<char> =
            (0..=255_u8).flat_map(|b| code([b.wrapping_mul(31); 16]).chars().collect::<Vec<_>>()).collect();
        assert_eq!(letters.len(), 33);
    }
}
