//! What a caller may see.

use std::collections::BTreeSet;

use kit::{
    auth::{Caller, Role},
    directory::{self, Person},
    error::Error,
};

use crate::{
    Incentives,
    store::{self, ConnectionTrait},
};

/// Which challenges a caller may see.
pub(super) enum Sight {
    /// Every one.
    All,
    /// These.
    Some(BTreeSet<String>),
}

impl Sight {
    /// HR and sponsors see every challenge; champions those of their teams and of those below; everybody those of the
    /// own team and those on whose roster they are, once announced.
    pub(super) async fn of(s: &Incentives, who: &Caller) -> Result<Self, Error> {
        if who.has_any(&[Role::Hr, Role::Sponsor]) {
            return Ok(Self::All);
        }
        let (db, o, person) = (s.db.read(), who.organization(), who.person()?);
        let tree = directory::teams(db, o).await?;
        let mut teams: BTreeSet<String> = if who.has(Role::Champion) {
            tree.iter().map(|t| t.id.clone()).collect()
        } else {
            tree.subtree_of(who.champion_of()).into_iter().collect()
        };
        let own = directory::person(db, o, person).await?;
        let today = s.today(db, o).await?;
        if let Some(own) = own.as_ref().and_then(|p| p.membership_on(today))
            && let Some(team) = tree.get(&own.team)
        {
            teams.extend(team.ancestors.iter().cloned().chain([team.id.clone()]));
        }
        let teams: Vec<String> = teams.into_iter().collect();
        let mut ids = store::challenge::announced_with_teams(db, o, &teams).await?;
        ids.extend(store::roster::of_person(db, o, person).await?);
        Ok(Self::Some(ids))
    }

    /// The same for awards: HR and sponsors see every one, everybody those of challenges on whose roster they are.
    pub(super) async fn of_awards(s: &Incentives, who: &Caller) -> Result<Self, Error> {
        if who.has_any(&[Role::Hr, Role::Sponsor]) {
            return Ok(Self::All);
        }
        Ok(Self::Some(store::roster::of_person(s.db.read(), who.organization(), who.person()?).await?))
    }

    /// Whether the challenge is among them.
    pub(super) fn has(&self, challenge: &str) -> bool {
        match self {
            Self::All => true,
            Self::Some(ids) => ids.contains(challenge),
        }
    }

    /// The ids, if there is a limit.
    pub(super) fn ids(self) -> Option<BTreeSet<String>> {
        match self {
            Self::All => None,
            Self::Some(ids) => Some(ids),
        }
    }
}

/// Who has a vote about the award of a challenge: the frozen rosters, without those who left.
pub(super) async fn voters<C: ConnectionTrait>(
    s: &Incentives,
    db: &C,
    o: &str,
    challenge: &str,
) -> Result<BTreeSet<String>, Error> {
    let roster: Vec<String> = store::roster::everybody(db, o, challenge).await?.into_iter().collect();
    let today = s.today(db, o).await?;
    let people: Vec<Person> = directory::people(db, o, &roster).await?;
    Ok(people.into_iter().filter(|p| p.employed_on(today)).map(|p| p.id).collect())
}

/// What teams are called, in the order of the ids.
pub(super) async fn team_names<C: ConnectionTrait>(
    db: &C,
    o: &str,
    teams: &[String],
) -> Result<Vec<String>, Error> {
    let tree = directory::teams(db, o).await?;
    Ok(teams.iter().map(|t| tree.get(t).map(|t| t.display_name.clone()).unwrap_or_default()).collect())
}
