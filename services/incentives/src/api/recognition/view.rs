//! Thanks with the words beside them.

use std::collections::{BTreeSet, HashMap};

use kit::{
    auth::{Caller, Role},
    directory,
    error::Error,
};
use proto::incentives::v1 as pb;

use crate::{
    api::convert::recognition::{Reader, Words, write},
    domain::recognition::Recognition,
    store::{self, ConnectionTrait},
};

/// Thanks of the contract, as the caller sees them.
pub(super) async fn all<C: ConnectionTrait>(
    db: &C,
    o: &str,
    who: &Caller,
    found: &[Recognition],
) -> Result<Vec<pb::Recognition>, Error> {
    let ids: BTreeSet<String> =
        found.iter().flat_map(|r| r.people.iter().cloned().chain([r.giver.clone()])).collect();
    let ids: Vec<String> = ids.into_iter().collect();
    let people = directory::people(db, o, &ids).await?;
    let tree = directory::teams(db, o).await?;
    let words = Words {
        people: people.into_iter().map(|p| (p.id, p.display_name)).collect(),
        teams: tree.iter().map(|t| (t.id.clone(), t.display_name.clone())).collect::<HashMap<_, _>>(),
        values: store::value::titles(db, o).await?,
        off: store::wall::off(db, o, &ids).await?,
    };
    let reader = Reader { person: who.person()?, moderates: who.has(Role::Hr) };
    Ok(found.iter().map(|one| write(o, one, &words, reader)).collect())
}

/// The same for one.
pub(super) async fn one<C: ConnectionTrait>(
    db: &C,
    o: &str,
    who: &Caller,
    found: &Recognition,
) -> Result<pb::Recognition, Error> {
    Ok(all(db, o, who, std::slice::from_ref(found)).await?.pop().unwrap_or_default())
}
