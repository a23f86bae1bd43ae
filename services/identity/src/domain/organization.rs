//! The organization.

use jiff::Timestamp;
use kit::localize::Language;
use proto::localization::v1::{Calendar, Digits};

/// A tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// The id: lowercase letters, digits and hyphens.
    pub id: String,
    /// What people call it.
    pub display_name: String,
    /// The languages that people may choose, the default first; never empty.
    pub languages: Vec<Language>,
    /// The calendar of whoever has not chosen.
    pub calendar: Calendar,
    /// The digits of whoever has not chosen.
    pub digits: Digits,
    /// Grows with each change.
    pub revision: i64,
    /// When it was founded.
    pub create_time: Timestamp,
}

impl Organization {
    /// The language of whoever has not chosen one.
    pub fn language(&self) -> Language {
        self.languages.first().copied().unwrap_or_default()
    }

    /// Whether people here read Jalali dates unless they choose otherwise: then they most likely rest on Thursday and Friday.
    pub fn reads_jalali(&self) -> bool {
        kit::calendar::Calendar::from_proto(self.calendar as i32, self.language())
            == kit::calendar::Calendar::Jalali
    }
}

/// Whether a text can be the id of an organization: 1 to 63 lowercase letters, digits and hyphens, beginning with a
/// letter or digit.
pub fn is_organization_id(id: &str) -> bool {
    (1..=63).contains(&id.len())
        && !id.starts_with('-')
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_short_plain_and_lowercase() {
        for good in ["acme", "a", "7-eleven", &"x".repeat(63)] {
            assert!(is_organization_id(good), "{good}");
        }
        for bad in ["", "-a", "Acme", "a b", "شرکت", "a/b", &"x".repeat(64)] {
            assert!(!is_organization_id(bad), "{bad}");
        }
    }
}
