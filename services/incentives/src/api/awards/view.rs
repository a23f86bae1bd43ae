//! Awards and redemptions with the words beside them.

use kit::{auth::Caller, error::Error};
use proto::incentives::v1 as pb;

use crate::{
    Incentives,
    api::{
        convert::award::{self as convert, Words},
        scope::{team_names, voters},
    },
    domain::award::{Award, Redemption},
    store::{self, ConnectionTrait},
};

/// An award of the contract, as the caller sees it.
pub(super) async fn award<C: ConnectionTrait>(
    s: &Incentives,
    db: &C,
    o: &str,
    who: &Caller,
    award: &Award,
) -> Result<pb::Award, Error> {
    let challenge = store::challenge::load(db, o, &award.challenge).await?;
    let voices = store::award::voices(db, o, &award.id).await?;
    let words = Words {
        challenge_title: challenge.map(|c| c.draft.title).unwrap_or_default(),
        team_names: team_names(db, o, &award.teams).await?,
        rewards: store::reward::of(db, o, &award.options).await?,
        voters: voters(s, db, o, &award.challenge).await?,
        choices: voices.into_iter().filter_map(|(person, v)| Some((person, v.choice?))).collect(),
    };
    Ok(convert::write(o, award, &words, who.person()?))
}

/// A redemption of the contract.
pub(super) async fn redemption<C: ConnectionTrait>(
    db: &C,
    o: &str,
    redemption: &Redemption,
) -> Result<pb::Redemption, Error> {
    let award = store::award::load(db, o, &redemption.award).await?;
    let award = award.ok_or_else(|| Error::internal("a redemption has an award that is not there"))?;
    let names = team_names(db, o, &award.teams).await?;
    Ok(convert::redemption(o, redemption, &award, names))
}
