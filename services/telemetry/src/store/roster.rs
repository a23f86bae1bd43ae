//! The directory from the replica, made ready for counting.

use std::collections::HashMap;

use kit::{directory, error::Error};
use sea_orm::ConnectionTrait;

use super::subject;
use crate::domain::roster::Roster;

/// Everybody of an organization, over some days.
pub async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    first: i32,
    last: i32,
) -> Result<Roster, Error> {
    let ordinals = subject::ordinals(db, organization).await?;
    load_with(db, organization, &ordinals, first, last).await
}

/// The same, with the ordinals of external ids, normalised: an import that is only checked gives none away.
pub(crate) async fn load_with<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ordinals: &HashMap<String, u32>,
    first: i32,
    last: i32,
) -> Result<Roster, Error> {
    let people = directory::everybody(db, organization).await?;
    let sites = directory::sites(db, organization).await?;
    let tree = directory::teams(db, organization).await?;
    Ok(Roster::new(first, last, &people, ordinals, &sites, &tree))
}
