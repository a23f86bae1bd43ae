//! The bad rows of a file: the first ones listed, all of them counted.

use std::collections::{BTreeMap, HashSet};

use proto::imports::v1 as pb;

use super::Problem;
use crate::{
    localize::Language,
    violation::{Rule, shorten},
};

/// How many broken rules are listed.
const LISTED: usize = 100;

/// One broken rule in one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// The line in the file, the header being line 1.
    pub line: u64,
    /// Our field; empty for the row as a whole.
    pub field: String,
    /// The value, at most 100 characters of it.
    pub value: String,
    /// The rule.
    pub rule: Rule,
}

/// The bad rows of one file, in bounded space however many they are.
#[derive(Debug, Default)]
pub struct ErrorList {
    listed: BTreeMap<(u64, u64), RowError>,
    sequence: u64,
    lines: HashSet<u64>,
}

impl ErrorList {
    /// Adds a broken rule. Lines may come in any order; the first of the file are kept.
    pub fn add(&mut self, line: u64, field: &str, value: &str, rule: Rule) {
        self.lines.insert(line);
        self.sequence += 1;
        let key = (line, self.sequence);
        if self.listed.len() >= LISTED {
            match self.listed.last_key_value() {
                Some((last, _)) if *last > key => self.listed.pop_last(),
                _ => return,
            };
        }
        self.listed.insert(key, RowError { line, field: field.to_owned(), value: shorten(value, 100), rule });
    }

    /// Adds a row that could not be read.
    pub fn add_problem(&mut self, problem: Problem) {
        self.add(problem.line, "", &problem.value, problem.rule);
    }

    /// How many rows are bad.
    pub fn bad_rows(&self) -> u64 {
        self.lines.len() as u64
    }

    /// Whether a row was bad.
    pub fn has(&self, line: u64) -> bool {
        self.lines.contains(&line)
    }

    /// The listed errors, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &RowError> {
        self.listed.values()
    }

    /// The listed errors for the contract, in the reader's words.
    pub fn to_proto(&self, language: Language) -> Vec<pb::ImportError> {
        self.iter().map(|e| e.to_proto(language)).collect()
    }
}

impl RowError {
    /// For the contract, in the reader's words.
    pub fn to_proto(&self, language: Language) -> pb::ImportError {
        pb::ImportError {
            line: i64::try_from(self.line).unwrap_or(i64::MAX),
            field: self.field.clone(),
            value: self.value.clone(),
            description: self.rule.describe(language),
            rule: self.rule.code().to_owned(),
        }
    }
}

impl From<Problem> for RowError {
    fn from(problem: Problem) -> Self {
        Self { line: problem.line, field: String::new(), value: problem.value, rule: problem.rule }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_thousand_bad_rows_are_counted_and_the_first_listed() {
        let mut errors = ErrorList::default();
        for line in (2..100_002).rev() {
            errors.add(line, "email", "x", Rule::NotAnEmail);
            errors.add(line, "start_day", "x", Rule::NotADate);
        }
        assert_eq!(errors.bad_rows(), 100_000);
        let listed = errors.to_proto(Language::Fa);
        assert_eq!((listed.len(), listed[0].line, listed[99].line), (100, 2, 51));
        assert_eq!((listed[0].rule.as_str(), listed[1].rule.as_str()), ("NOT_AN_EMAIL", "NOT_A_DATE"));
        assert_eq!(listed[0].description, "باید نشانی ایمیل باشد");
    }
}
