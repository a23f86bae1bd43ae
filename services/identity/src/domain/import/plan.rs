//! What a file changes: compared with the directory as it is, row after row.

use std::collections::HashSet;

use jiff::{Timestamp, civil::Date};
use kit::{
    imports::{Change, ErrorList, Summary},
    text::normalize,
    violation::Rule,
};

use super::{Wish, builder::Builder, teams::Teams};
use crate::domain::{person::Person, position::Position, site::Site, team::Tree};

/// The directory as it is.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// All sites.
    pub sites: Vec<Site>,
    /// All positions.
    pub positions: Vec<Position>,
    /// The team tree.
    pub tree: Tree,
    /// Everybody, those who left too.
    pub people: Vec<Person>,
    /// Whether new sites rest on Thursday and Friday unless the file says otherwise.
    pub reads_jalali: bool,
    /// The day of the import.
    pub today: Date,
    /// The instant of the import.
    pub now: Timestamp,
}

/// What one row changes, in the order in which it is to be written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Step {
    /// The number of the row.
    pub row: u64,
    /// New and changed sites.
    pub sites: Vec<Site>,
    /// New positions.
    pub positions: Vec<Position>,
    /// New and moved teams by id, parents first; they are in [`Plan::tree`].
    pub teams: Vec<String>,
    /// The person, new or changed.
    pub person: Option<Person>,
}

/// All that a file changes.
#[derive(Debug)]
pub struct Plan {
    /// Row after row; rows that change nothing are left out.
    pub steps: Vec<Step>,
    /// The tree when everything is written.
    pub tree: Tree,
    /// Teams that go elsewhere: what is below them has other ancestors.
    pub moved: HashSet<String>,
    /// Counts.
    pub summary: Summary,
}

impl Plan {
    /// Compares the rows with the directory. Rows that cannot be go into `errors`. `id` makes ids of sites, positions and
    /// teams; `person_id` the id of a new person by the external id, the same one each time, because other rows may name
    /// this person as manager before the person is written.
    pub fn build(
        snapshot: Snapshot,
        mut wishes: Vec<Wish>,
        errors: &mut ErrorList,
        id: &mut dyn FnMut() -> String,
        person_id: &dyn Fn(&str) -> String,
    ) -> Self {
        reject_duplicates(&mut wishes, errors);
        let mut builder = Builder::new(&snapshot);
        wishes.retain(|wish| builder.accepts(wish, errors));
        let mut teams = Teams::new(snapshot.tree, &wishes, snapshot.now, &mut *id);
        let mut placed = Vec::with_capacity(wishes.len());
        for wish in wishes {
            match teams.find(&wish) {
                Ok(team) => placed.push((wish, team)),
                Err(rule) => {
                    let value = wish.parents.last().unwrap_or(&wish.team);
                    errors.add(wish.line, "parent_team", value, rule);
                }
            }
        }
        let Teams { tree, created, moved, .. } = teams;
        let mut unsaved: HashSet<String> = created.union(&moved).cloned().collect();
        let mut counted = HashSet::new();
        builder.managers(&placed, person_id);

        let mut steps = Vec::new();
        for (wish, team) in placed {
            let mut step = Step { row: wish.row, ..Step::default() };
            let lineage: Vec<String> =
                tree.ancestors(&team).into_iter().chain([team.as_str()]).map(str::to_owned).collect();
            for id in lineage {
                if counted.insert(id.clone()) {
                    let change = match (created.contains(&id), moved.contains(&id)) {
                        (true, _) => Change::Created,
                        (false, true) => Change::Updated,
                        (false, false) => Change::Unchanged,
                    };
                    builder.summary.count("teams", change);
                }
                if unsaved.remove(&id) {
                    step.teams.push(id);
                }
            }
            builder.person(&wish, &team, &mut step, id, person_id);
            if step != (Step { row: step.row, ..Step::default() }) {
                steps.push(step);
            }
        }
        Self { steps, tree, moved, summary: builder.summary }
    }
}

/// The second row of an external id, or of an address, is refused.
fn reject_duplicates(wishes: &mut Vec<Wish>, errors: &mut ErrorList) {
    let (mut ids, mut emails) = (HashSet::new(), HashSet::new());
    wishes.retain(|wish| {
        if !ids.insert(normalize(&wish.external_id)) {
            errors.add(wish.line, "external_id", &wish.external_id, Rule::Duplicate);
            return false;
        }
        if let Some(email) = &wish.email
            && !emails.insert(email.to_lowercase())
        {
            errors.add(wish.line, "email", email, Rule::Duplicate);
            return false;
        }
        true
    });
}

#[cfg(test)]
mod tests;
