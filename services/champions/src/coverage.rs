//! Who covers which teams: made of active terms and of the role CHAMPION in the directory, those below spelled out.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kit::{
    db::time::to_days,
    directory::{self, Person, TeamTree},
    error::Error,
    text::normalize,
};

use crate::{
    domain::{
        champion::Champion,
        coverage::{self, Fate, Gap},
    },
    store::{self, ConnectionTrait, coverage::Kept},
};

/// Counts again what one person covers, so that it holds at once; the rest follows with [`recount`].
pub(crate) async fn recount_person<C: ConnectionTrait>(db: &C, o: &str, person: &str) -> Result<(), Error> {
    let tree = directory::teams(db, o).await?;
    let terms = store::champion::of_person(db, o, person).await?;
    let roles = store::people::champion_roles(db, o, Some(person)).await?.remove(person).unwrap_or_default();
    let covered = expand(&tree, &roots(&terms, roles, false));
    store::people::replace_covered(db, o, person, &covered).await?;
    store::roster::mark(db, o).await
}

/// The teams of a person without those below: of the active terms, and of the role, unless a term that is over was given it
/// and identity has only not heard yet. For counting who is covered, a champion who moved does not cover the old home.
fn roots(terms: &[Champion], mut roles: BTreeSet<String>, counting: bool) -> BTreeSet<String> {
    for over in terms.iter().filter(|t| !t.is_active()) {
        roles.retain(|team| !over.granted.contains(team));
    }
    let mut roots = roles;
    for term in terms.iter().filter(|t| t.is_active()) {
        roots.extend(term.teams.iter().cloned());
    }
    if counting {
        for term in terms.iter().filter(|t| t.is_active() && t.moved) {
            roots.retain(|team| !term.homes.contains(team));
        }
    }
    roots
}

fn expand(tree: &TeamTree, roots: &BTreeSet<String>) -> BTreeSet<String> {
    let living = |id: &String| tree.get(id).is_some_and(|t| !t.dissolved);
    tree.subtree_of(roots.iter().map(String::as_str)).into_iter().filter(living).collect()
}

/// Teams that lost their champion, with why.
pub(crate) type Lost = BTreeMap<Gap, Vec<Kept>>;

/// Counts the whole organization again. Answers the teams that lost theirs.
pub(crate) async fn recount<C: ConnectionTrait>(db: &C, o: &str, today: Date) -> Result<Lost, Error> {
    let tree = directory::teams(db, o).await?;
    let mut terms: BTreeMap<String, Vec<Champion>> = BTreeMap::new();
    for term in store::champion::active(db, o, None).await? {
        terms.entry(term.person.clone()).or_default().push(term);
    }
    let mut roles = store::people::champion_roles(db, o, None).await?;
    let before = store::people::all_covered(db, o).await?;
    // Whoever covered something when it was counted last, too: what became of them says why a team lost them.
    let kept = store::coverage::all(db, o).await?;
    let had = kept.values().flat_map(|k| &k.covered_by);
    let people: BTreeSet<String> =
        terms.keys().chain(roles.keys()).chain(before.keys()).chain(had).cloned().collect();
    let ids: Vec<String> = people.iter().cloned().collect();
    for term in store::champion::of_people(db, o, &ids).await? {
        if !term.is_active() {
            terms.entry(term.person.clone()).or_default().push(term);
        }
    }
    let known: BTreeMap<String, Person> =
        directory::people(db, o, &ids).await?.into_iter().map(|p| (p.id.clone(), p)).collect();
    move_out(db, o, &tree, &known, &mut terms, today).await?;

    let mut covers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for person in &people {
        let terms = terms.get(person).map(Vec::as_slice).unwrap_or_default();
        let roles = roles.remove(person).unwrap_or_default();
        let employed = known.get(person).is_some_and(|p| p.employed_on(today));
        let covered =
            if employed { expand(&tree, &roots(terms, roles.clone(), false)) } else { BTreeSet::new() };
        if before.get(person) != Some(&covered) {
            store::people::replace_covered(db, o, person, &covered).await?;
        }
        if employed {
            covers.insert(person.clone(), expand(&tree, &roots(terms, roles, true)));
        }
    }
    let now = Now { tree: &tree, covers: &covers, terms: &terms, known: &known, today };
    keep(db, o, &kept, &now).await
}

/// Marks the terms of those who moved out of their home, and of those who are back.
async fn move_out<C: ConnectionTrait>(
    db: &C,
    o: &str,
    tree: &TeamTree,
    known: &BTreeMap<String, Person>,
    terms: &mut BTreeMap<String, Vec<Champion>>,
    today: Date,
) -> Result<(), Error> {
    let active: Vec<&mut Champion> = terms.values_mut().flatten().filter(|t| t.is_active()).collect();
    for term in active {
        let Some(person) = known.get(&term.person) else { continue };
        let moved = term.has_moved(person, tree, today);
        if moved != term.moved {
            term.moved = moved;
            term.revision += 1;
            store::champion::save(db, o, term).await?;
        }
    }
    Ok(())
}

/// What is known of an organization now.
struct Now<'a> {
    tree: &'a TeamTree,
    /// What each champion covers.
    covers: &'a BTreeMap<String, BTreeSet<String>>,
    /// The terms of champions, by person.
    terms: &'a BTreeMap<String, Vec<Champion>>,
    /// Champions as people.
    known: &'a BTreeMap<String, Person>,
    today: Date,
}

/// Writes how every team with members is covered; answers those that lost their champion.
async fn keep<C: ConnectionTrait>(
    db: &C,
    o: &str,
    before: &BTreeMap<String, Kept>,
    now: &Now<'_>,
) -> Result<Lost, Error> {
    let mut sizes = store::people::team_sizes(db, o, to_days(now.today)).await?;
    sizes.retain(|team, _| now.tree.get(team).is_some_and(|t| !t.dissolved));
    let settings = store::coverage::settings(db, o).await?;
    let mut after = BTreeMap::new();
    let mut lost = Lost::new();
    for (id, cover) in coverage::cover(&sizes, now.covers, settings.people_per_champion) {
        let (Some(team), Some(people)) = (now.tree.get(&id), sizes.get(&id)) else { continue };
        let was = before.get(&id);
        let mut kept = Kept {
            team: id.clone(),
            display_name: team.display_name.clone(),
            sort_name: normalize(&team.display_name),
            parent: team.parent.clone(),
            people: *people,
            champions: u32::try_from(cover.champions.len()).unwrap_or(u32::MAX),
            covered_by: cover.champions.into_iter().collect(),
            load: cover.load,
            state: cover.state,
            gap: None,
        };
        if kept.covered_by.is_empty() {
            kept.gap = was.and_then(|w| w.gap).or_else(|| Some((now.why(was), now.today)));
            if let (Some((gap, _)), true) = (kept.gap, was.is_some_and(|w| w.gap.is_none())) {
                lost.entry(gap).or_default().push(kept.clone());
            }
        }
        after.insert(id, kept);
    }
    store::coverage::replace(db, o, before, &after).await?;
    Ok(lost)
}

impl Now<'_> {
    /// Why a team has none any more.
    fn why(&self, was: Option<&Kept>) -> Gap {
        let had = was.map(|w| w.covered_by.as_slice()).unwrap_or_default();
        coverage::gap(&had.iter().map(|person| self.fate(person)).collect::<Vec<_>>())
    }

    fn fate(&self, person: &str) -> Fate {
        let terms = self.terms.get(person).map(Vec::as_slice).unwrap_or_default();
        Fate {
            left: self.known.get(person).is_none_or(|p| !p.employed_on(self.today)),
            ended: terms.iter().any(|t| !t.is_active()),
            moved: terms.iter().any(|t| t.is_active() && t.moved),
        }
    }
}
