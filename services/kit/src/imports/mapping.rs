//! Which column holds what: guessed from the names of the columns, or as a person said.

use std::collections::{BTreeMap, HashMap, HashSet};

use proto::imports::v1::ImportMapping;

use super::{Row, synonyms::synonyms};
use crate::{
    text::normalize,
    violation::{Rule, Violations},
};

/// A field of ours that a file can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// `external_id`, `team` …
    pub key: &'static str,
    /// Whether an import needs it, as a column or a constant.
    pub required: bool,
    /// Names that people give such a column, besides those that are known for the key in three languages.
    pub synonyms: &'static [&'static str],
}

impl Field {
    /// A field that an import needs.
    pub const fn required(key: &'static str) -> Self {
        Self { key, required: true, synonyms: &[] }
    }

    /// A field that an import can do without.
    pub const fn optional(key: &'static str) -> Self {
        Self { key, required: false, synonyms: &[] }
    }

    /// The field with further names for its column.
    #[must_use]
    pub const fn or(self, synonyms: &'static [&'static str]) -> Self {
        Self { synonyms, ..self }
    }
}

/// A column name as it is compared: folded, and without anything but letters, digits and single spaces.
fn fold(name: &str) -> String {
    let separated: String =
        name.chars().map(|c| if c.is_alphanumeric() || c == '\u{200C}' { c } else { ' ' }).collect();
    normalize(&separated)
}

/// The mapping that the names of the columns suggest. A column is used for one field at most, the best match first.
pub fn guess(columns: &[String], fields: &[Field]) -> ImportMapping {
    let folded: Vec<String> = columns.iter().map(|c| fold(c)).collect();
    let mut candidates = Vec::new();
    for (f, field) in fields.iter().enumerate() {
        for (c, column) in folded.iter().enumerate() {
            if let Some(score) = score(column, field) {
                candidates.push((score, f, c));
            }
        }
    }
    candidates.sort_unstable();
    let (mut used_fields, mut used_columns) = (HashSet::new(), HashSet::new());
    let mut mapping = ImportMapping::default();
    for (_, f, c) in candidates {
        if !used_fields.contains(&f) && !used_columns.contains(&c) {
            used_fields.insert(f);
            used_columns.insert(c);
            mapping.columns.insert(fields[f].key.to_owned(), columns[c].clone());
        }
    }
    mapping
}

/// How well a column fits, lower is better: the key itself, a known name (the usual ones first), a known name of two
/// words or more inside the column's.
fn score(column: &str, field: &Field) -> Option<usize> {
    if column.is_empty() {
        return None;
    }
    if column == fold(field.key) {
        return Some(0);
    }
    let names: Vec<String> = field.synonyms.iter().chain(synonyms(field.key)).map(|n| fold(n)).collect();
    if let Some(place) = names.iter().position(|n| n == column) {
        return Some(1 + place);
    }
    let padded = format!(" {column} ");
    names.iter().position(|n| n.contains(' ') && padded.contains(&format!(" {n} "))).map(|place| 1000 + place)
}

/// A mapping that fits a file: for each field, where its value comes from.
#[derive(Debug, Clone)]
pub struct Mapped {
    sources: HashMap<&'static str, Source>,
}

#[derive(Debug, Clone)]
enum Source {
    Column(usize),
    Constant(String),
}

impl Mapped {
    /// Fits a mapping to the columns of a file. Fields that are not ours, columns that the file does not have, and
    /// needed fields without a source are violations of `mapping.columns` and `mapping.constants`.
    pub fn resolve(
        mapping: &ImportMapping,
        columns: &[String],
        fields: &[Field],
        violations: &mut Violations,
    ) -> Self {
        let keys: Vec<&str> = fields.iter().map(|f| f.key).collect();
        let mut sources = HashMap::new();
        // Ordered, so that the same mapping always gives the same violations.
        for (key, column) in mapping.columns.iter().collect::<BTreeMap<_, _>>() {
            let path = format!("mapping.columns[{key}]");
            if column.is_empty() {
                continue;
            }
            let Some(field) = fields.iter().find(|f| f.key == key) else {
                violations.add(path, key, Rule::unknown_value(&keys));
                continue;
            };
            match columns.iter().position(|c| c == column) {
                Some(index) => {
                    sources.insert(field.key, Source::Column(index));
                }
                None => violations.add(path, column, Rule::UnknownColumn),
            }
        }
        for (key, value) in mapping.constants.iter().collect::<BTreeMap<_, _>>() {
            match fields.iter().find(|f| f.key == key) {
                Some(_) if value.trim().is_empty() => {}
                Some(field) => {
                    sources.entry(field.key).or_insert_with(|| Source::Constant(value.trim().to_owned()));
                }
                None => {
                    violations.add(format!("mapping.constants[{key}]"), key, Rule::unknown_value(&keys));
                }
            }
        }
        for field in fields.iter().filter(|f| f.required) {
            let named = mapping.columns.get(field.key).is_some_and(|c| !c.is_empty());
            if !sources.contains_key(field.key) && !named {
                violations.add(format!("mapping.columns[{}]", field.key), "", Rule::Required);
            }
        }
        Self { sources }
    }

    /// The value of a field in a row, trimmed: the column's, or the constant; empty for a field without a source.
    pub fn get<'a>(&'a self, row: &'a Row<'_>, key: &str) -> &'a str {
        match self.sources.get(key) {
            Some(Source::Column(index)) => row.values.get(*index).map_or("", |v| v.trim()),
            Some(Source::Constant(value)) => value,
            None => "",
        }
    }

    /// Whether the field has a source.
    pub fn has(&self, key: &str) -> bool {
        self.sources.contains_key(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{imports::Table, localize::Language};

    const PEOPLE: &[Field] = &[
        Field::required("external_id"),
        Field::optional("display_name"),
        Field::optional("email"),
        Field::required("team"),
        Field::optional("parent_team"),
        Field::required("position"),
        Field::optional("site"),
        Field::optional("manager"),
        Field::optional("start_day"),
    ];
    const USAGE: &[Field] = &[
        Field::optional("event_id"),
        Field::required("time"),
        Field::required("person"),
        Field::required("feature"),
        Field::optional("action"),
    ];

    fn names(columns: &[&str], fields: &[Field]) -> Vec<(String, String)> {
        let columns: Vec<String> = columns.iter().map(|c| (*c).to_owned()).collect();
        let mut found: Vec<_> = guess(&columns, fields).columns.into_iter().collect();
        found.sort();
        found
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(k, c)| ((*k).to_owned(), (*c).to_owned())).collect()
    }

    #[test]
    fn foreign_names_are_understood_in_three_languages() {
        assert_eq!(
            names(&["Personnel No.", "Department", "Team", "Job", "Joined"], PEOPLE),
            pairs(&[
                ("external_id", "Personnel No."),
                ("parent_team", "Department"),
                ("position", "Job"),
                ("start_day", "Joined"),
                ("team", "Team")
            ])
        );
        assert_eq!(
            names(&["Event Id", "When", "Personnel No.", "Object", "Action"], USAGE),
            pairs(&[
                ("action", "Action"),
                ("event_id", "Event Id"),
                ("feature", "Object"),
                ("person", "Personnel No."),
                ("time", "When")
            ])
        );
        assert_eq!(
            names(
                &["كد پرسنلي", "نام و نام خانوادگی", "پست الکترونیک", "تیم", "سمت", "تاریخ استخدام"],
                PEOPLE
            ),
            pairs(&[
                ("display_name", "نام و نام خانوادگی"),
                ("email", "پست الکترونیک"),
                ("external_id", "كد پرسنلي"),
                ("position", "سمت"),
                ("start_day", "تاریخ استخدام"),
                ("team", "تیم")
            ])
        );
        assert_eq!(
            names(&["الرقم الوظيفي", "الاسم الكامل", "الإدارة", "الفريق", "المسمى الوظيفي", "المدير"], PEOPLE),
            pairs(&[
                ("display_name", "الاسم الكامل"),
                ("external_id", "الرقم الوظيفي"),
                ("manager", "المدير"),
                ("parent_team", "الإدارة"),
                ("position", "المسمى الوظيفي"),
                ("team", "الفريق")
            ])
        );
    }

    #[test]
    fn an_export_of_our_own_is_understood_exactly() {
        let all: Vec<&str> = PEOPLE.iter().map(|f| f.key).collect();
        assert_eq!(names(&all, PEOPLE).len(), PEOPLE.len());
        assert_eq!(names(&["colour", "size"], PEOPLE), []);
    }

    #[test]
    fn a_mapping_is_checked_against_the_file() {
        let mapping = ImportMapping {
            columns: [("external_id", "No"), ("position", "Gone"), ("shoe_size", "No")]
                .map(|(k, v)| (k.to_owned(), v.to_owned()))
                .into(),
            constants: [("site".to_owned(), " Tehran ".to_owned())].into(),
        };
        let table = Table::read("No,Name\n ۱۲ ,x\n".into()).unwrap();
        let mut violations = Violations::new(Language::En);
        let mapped = Mapped::resolve(&mapping, table.columns(), PEOPLE, &mut violations);
        let found: Vec<_> = violations.iter().map(|v| (v.field.as_str(), v.rule.code())).collect();
        assert_eq!(
            found,
            [
                ("mapping.columns[position]", "UNKNOWN_COLUMN"),
                ("mapping.columns[shoe_size]", "UNKNOWN_VALUE"),
                ("mapping.columns[team]", "REQUIRED")
            ]
        );
        let row = table.rows().next().unwrap().unwrap();
        assert_eq!(mapped.get(&row, "external_id"), "۱۲");
        assert_eq!(mapped.get(&row, "site"), "Tehran");
        assert_eq!(mapped.get(&row, "manager"), "");
    }
}
