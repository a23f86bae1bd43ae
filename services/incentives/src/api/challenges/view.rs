//! Challenges with their figures.

use kit::{directory, error::Error};
use proto::incentives::v1 as pb;

use crate::{
    api::convert::challenge::write,
    domain::challenge::Challenge,
    store::{self, ConnectionTrait},
};

/// Challenges of the contract.
pub(super) async fn all<C: ConnectionTrait>(
    db: &C,
    o: &str,
    challenges: &[Challenge],
) -> Result<Vec<pb::Challenge>, Error> {
    let ids: Vec<String> = challenges.iter().map(|c| c.id.clone()).collect();
    let mut figures = store::figures::of(db, o, &ids).await?;
    let tree = directory::teams(db, o).await?;
    Ok(challenges.iter().map(|c| write(o, c, &tree, &figures.remove(&c.id).unwrap_or_default())).collect())
}

/// The same for one.
pub(super) async fn one<C: ConnectionTrait>(
    db: &C,
    o: &str,
    challenge: &Challenge,
) -> Result<pb::Challenge, Error> {
    Ok(all(db, o, std::slice::from_ref(challenge)).await?.pop().unwrap_or_default())
}
