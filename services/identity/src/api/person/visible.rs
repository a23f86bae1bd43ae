//! Whom a caller may see: administrators, HR and trainers everybody, champions the members of their teams.

use jiff::civil::Date;
use kit::{
    auth::{Caller, Role},
    error::Error,
};
use sea_orm::ConnectionTrait;

use crate::{domain::person::Person, store};

/// The teams whose members the caller may see; `None` for everybody.
pub(super) async fn teams<C: ConnectionTrait>(db: &C, who: &Caller) -> Result<Option<Vec<String>>, Error> {
    if who.has_any(&[Role::Admin, Role::Hr, Role::Trainer, Role::Champion]) {
        return Ok(None);
    }
    let tree = store::team::tree(db, who.organization()).await?;
    let mut all: Vec<String> =
        who.champion_of().into_iter().flat_map(|t| tree.subtree(t)).map(str::to_owned).collect();
    all.sort();
    all.dedup();
    Ok(Some(all))
}

/// Whether the caller, who sees these teams, may see a person.
pub(super) fn sees(teams: Option<&[String]>, person: &Person, today: Date) -> bool {
    teams.is_none_or(|teams| person.membership_on(today).is_some_and(|m| teams.contains(&m.team)))
}
