//! Whether a team can be where a caller wants it.

use kit::{
    error::Error,
    text::normalize,
    violation::{Rule, Violations},
};

use crate::{
    domain::team::{DEPTH, Misplaced, Tree},
    names::TeamName,
};

/// Refuses a place that the tree does not allow. `field` is the one that names the parent.
pub(super) fn check(
    mut violations: Violations,
    organization: &str,
    tree: &Tree,
    id: Option<&str>,
    parent: Option<&str>,
    display_name: &str,
    field: &str,
) -> Result<(), Error> {
    let value = parent.unwrap_or_default();
    let rule = match tree.check_place(id, parent, display_name) {
        Ok(()) => return Ok(()),
        Err(Misplaced::NameTaken) => {
            let key = normalize(display_name);
            let sibling = tree.children(parent).find(|t| normalize(&t.display_name) == key);
            let sibling = sibling.map(|t| TeamName::new(organization, &t.id).to_string());
            return Err(Error::already_exists(sibling.unwrap_or_else(|| display_name.to_owned())));
        }
        Err(Misplaced::NoParent) => Rule::NotFound,
        Err(Misplaced::Cycle) => Rule::Cycle,
        Err(Misplaced::TooDeep) => Rule::TooMany { max: DEPTH as u64 },
    };
    violations.add(field, value, rule);
    violations.check()
}
