//! Update masks: which fields of a resource a request changes, as AIP-134 has them.

use prost_types::FieldMask;

use crate::violation::{Rule, Violations};

/// The fields that an update names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mask {
    fields: Vec<&'static str>,
}

impl Mask {
    /// Reads `update_mask`. An absent or empty mask, or `*`, names every field of `allowed`; a path that is not
    /// among them is a violation of `update_mask`.
    pub fn parse(
        violations: &mut Violations,
        mask: Option<&FieldMask>,
        allowed: &'static [&'static str],
    ) -> Self {
        let paths = mask.map(|m| m.paths.as_slice()).unwrap_or_default();
        if paths.is_empty() || paths.iter().any(|p| p == "*") {
            return Self { fields: allowed.to_vec() };
        }
        let mut fields = Vec::new();
        for path in paths {
            match allowed.iter().find(|a| *a == path) {
                Some(field) if !fields.contains(field) => fields.push(*field),
                Some(_) => {}
                None => violations.add("update_mask", path, Rule::unknown_value(allowed)),
            }
        }
        Self { fields }
    }

    /// Whether the update changes this field.
    pub fn has(&self, field: &str) -> bool {
        self.fields.contains(&field)
    }

    /// The fields that the update changes.
    pub fn fields(&self) -> &[&'static str] {
        &self.fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::localize::Language;

    const ALLOWED: &[&str] = &["title", "summary"];

    fn parse(paths: &[&str]) -> (Mask, usize) {
        let mut violations = Violations::new(Language::En);
        let mask = FieldMask { paths: paths.iter().map(|p| (*p).to_owned()).collect() };
        let mask = Mask::parse(&mut violations, Some(&mask), ALLOWED);
        (mask, violations.len())
    }

    #[test]
    fn nothing_and_a_star_mean_everything() {
        assert!(parse(&[]).0.has("title"));
        assert_eq!(parse(&["*"]).0.fields(), ALLOWED);
        assert!(Mask::parse(&mut Violations::new(Language::En), None, ALLOWED).has("summary"));
    }

    #[test]
    fn only_what_is_named_changes() {
        let (mask, wrong) = parse(&["title", "title"]);
        assert_eq!((mask.fields(), wrong), (&["title"][..], 0));
        assert!(!mask.has("summary"));
        assert_eq!(parse(&["title", "name"]).1, 1);
    }
}
