//! What a file would change, or changed, counted by kind.

use std::collections::BTreeMap;

use proto::imports::v1 as pb;

use crate::text::truncate;

/// How many examples of a notice are kept.
const EXAMPLES: usize = 10;

/// What happens to one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Created,
    /// It changes.
    Updated,
    /// It is as the file says already.
    Unchanged,
}

/// The counts of one import.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Summary {
    counts: BTreeMap<&'static str, [i64; 3]>,
    notices: BTreeMap<&'static str, (i64, Vec<String>)>,
}

impl Summary {
    /// Counts one thing of a kind (`people`, `teams`, `events` …).
    pub fn count(&mut self, kind: &'static str, change: Change) {
        self.count_many(kind, change, 1);
    }

    /// Counts several things of a kind.
    pub fn count_many(&mut self, kind: &'static str, change: Change, number: i64) {
        self.counts.entry(kind).or_default()[change as usize] += number;
    }

    /// Counts a fact that a person should know, with a value it is about (empty for none).
    pub fn notice(&mut self, code: &'static str, example: &str) {
        let (count, examples) = self.notices.entry(code).or_default();
        *count += 1;
        let example = truncate(example, 100);
        if examples.len() < EXAMPLES && !example.is_empty() && !examples.iter().any(|e| e == example) {
            examples.push(example.to_owned());
        }
    }

    /// For the contract.
    pub fn to_proto(&self, bad_rows: u64) -> pb::ImportSummary {
        let counts = self.counts.iter().map(|(kind, [created, updated, unchanged])| pb::ImportCount {
            kind: (*kind).to_owned(),
            created: *created,
            updated: *updated,
            unchanged: *unchanged,
        });
        let notices = self.notices.iter().map(|(code, (count, examples))| pb::ImportNotice {
            code: (*code).to_owned(),
            count: *count,
            examples: examples.clone(),
        });
        pb::ImportSummary {
            counts: counts.collect(),
            bad_rows: i64::try_from(bad_rows).unwrap_or(i64::MAX),
            notices: notices.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_counted_by_kind_and_examples_stay_few() {
        let mut summary = Summary::default();
        summary.count("people", Change::Created);
        summary.count_many("people", Change::Unchanged, 4);
        for i in 0..50 {
            summary.notice("UNKNOWN_PERSON", &format!("p{}", i % 20));
        }
        let proto = summary.to_proto(3);
        assert_eq!((proto.counts[0].created, proto.counts[0].unchanged, proto.bad_rows), (1, 4, 3));
        assert_eq!((proto.notices[0].count, proto.notices[0].examples.len()), (50, EXAMPLES));
    }
}
