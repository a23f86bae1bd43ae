//! What a position must use.

use std::collections::{BTreeMap, BTreeSet};

/// What one position must use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tasks {
    /// Any feature will do.
    pub any: bool,
    /// One of these features, by ordinal.
    pub features: BTreeSet<u32>,
}

impl Tasks {
    /// Whether using this feature is a core task. Only features that somebody entered get here.
    pub fn has(&self, feature: u32) -> bool {
        self.any || self.features.contains(&feature)
    }
}

/// The core tasks of an application.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CoreTasks {
    positions: BTreeMap<String, Tasks>,
    others: Option<Tasks>,
}

impl CoreTasks {
    /// Adds a core task: of a position, or with an empty one of every position without core tasks of its own; of a
    /// feature, or with `None` of any.
    pub fn add(&mut self, position: &str, feature: Option<u32>) {
        let tasks = if position.is_empty() {
            self.others.get_or_insert_default()
        } else {
            self.positions.entry(position.to_owned()).or_default()
        };
        match feature {
            Some(feature) => {
                tasks.features.insert(feature);
            }
            None => tasks.any = true,
        }
    }

    /// What a position must use; `None` for one that is not expected to use the application.
    pub fn of(&self, position: &str) -> Option<&Tasks> {
        self.positions.get(position).or(self.others.as_ref())
    }

    /// Whether nobody is expected to use the application.
    pub fn is_empty(&self) -> bool {
        self.positions.is_empty() && self.others.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_tasks_replace_those_of_everybody() {
        let mut core = CoreTasks::default();
        assert!(core.of("seller").is_none() && core.is_empty());
        core.add("seller", Some(3));
        assert!(core.of("clerk").is_none());
        core.add("", None);
        assert!(core.of("seller").is_some_and(|t| t.has(3) && !t.has(4)));
        assert!(core.of("clerk").is_some_and(|t| t.has(4)));
        core.add("seller", None);
        assert!(core.of("seller").is_some_and(|t| t.has(4)));
    }
}
