//! Which teams a caller may see and act for.

use std::collections::HashSet;

use kit::{
    auth::Caller,
    directory::{Team, TeamTree},
};
use proto::access::v1::Role;

use crate::domain::flag::{Actor, Flag};

/// The teams of a caller; `None`: all.
#[derive(Debug, Clone)]
pub(super) struct Scope(Option<HashSet<String>>);

impl Scope {
    /// The teams that the caller may see: all for ADMIN, HR and SPONSOR; for a champion, the own ones and those below.
    pub(super) fn seeing(who: &Caller, tree: &TeamTree) -> Self {
        Self::with(who, tree, &[Role::Admin, Role::Hr, Role::Sponsor, Role::Champion])
    }

    /// The teams that the caller may decide for: all for HR; for a champion, the own ones and those below.
    pub(super) fn acting(who: &Caller, tree: &TeamTree) -> Self {
        Self::with(who, tree, &[Role::Hr, Role::Champion])
    }

    fn with(who: &Caller, tree: &TeamTree, everywhere: &[Role]) -> Self {
        if who.has_any(everywhere) {
            return Self(None);
        }
        Self(Some(tree.subtree_of(who.champion_of()).into_iter().collect()))
    }

    /// Whether the caller may see a team.
    pub(super) fn has(&self, team: &str) -> bool {
        self.0.as_ref().is_none_or(|teams| teams.contains(team))
    }

    /// Whether the caller may see this one team, by the teams above it.
    pub(super) fn sees(who: &Caller, team: &Team) -> bool {
        who.has_any(&[Role::Admin, Role::Hr, Role::Sponsor, Role::Champion])
            || who.champion_of().into_iter().any(|c| c == team.id || team.ancestors.iter().any(|a| a == c))
    }

    /// Whether the caller may see a flag: one of its teams is enough.
    pub(super) fn has_flag(&self, flag: &Flag) -> bool {
        self.has(&flag.anchor) || flag.members.iter().any(|m| self.has(m))
    }

    /// The teams for a query: those of the caller, of them only one team and those below when it is given.
    pub(super) fn teams(&self, tree: &TeamTree, below: Option<&str>) -> Option<Vec<String>> {
        match (below, &self.0) {
            (None, None) => None,
            (None, Some(teams)) => {
                let mut teams: Vec<String> = teams.iter().cloned().collect();
                teams.sort();
                Some(teams)
            }
            (Some(team), _) => Some(tree.subtree(team).into_iter().filter(|t| self.has(t)).collect()),
        }
    }
}

/// As what the caller acts.
pub(super) fn actor(who: &Caller) -> Actor {
    if who.has(Role::Hr) {
        Actor::Hr
    } else if who.holds(Role::Champion) {
        Actor::Champion
    } else {
        Actor::Admin
    }
}
