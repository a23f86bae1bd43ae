//! A flag for somebody who wants to decide about it.

use kit::{
    auth::Caller,
    db::Tx,
    directory::{self, TeamTree},
    error::Error,
};
use proto::adoption::v1::AdoptionErrorReason;

use super::reply;
use crate::{
    api::scope::Scope,
    domain::flag::{Flag, Refusal},
    names::FlagName,
    store,
};

/// The flag, if the caller may decide about it and has seen its newest state; with the team tree.
pub(super) async fn to_decide(
    tx: &Tx,
    who: &Caller,
    name: &FlagName,
    etag: &str,
) -> Result<(Flag, TeamTree), Error> {
    let tree = directory::teams(tx, &name.organization).await?;
    let flag = store::flag::load(tx, &name.organization, &name.flag).await?;
    let flag =
        flag.filter(|f| Scope::acting(who, &tree).has_flag(f)).ok_or_else(|| Error::not_found(name))?;
    if !etag.is_empty() && etag != reply::etag(flag.version) {
        return Err(Error::changed(name));
    }
    Ok((flag, tree))
}

/// Why the flag's state does not allow it.
pub(super) fn refused(refusal: Refusal) -> Error {
    let (reason, message) = match refusal {
        Refusal::Cleared => (AdoptionErrorReason::FlagCleared, "the flag is cleared"),
        Refusal::AlreadyConfirmed => {
            (AdoptionErrorReason::FlagAlreadyConfirmed, "the flag is confirmed with another barrier")
        }
        Refusal::BarrierNotKnown => {
            (AdoptionErrorReason::BarrierNotKnown, "no barrier is given and none is proposed yet")
        }
    };
    Error::precondition(reason.as_str_name().trim_start_matches("ADOPTION_ERROR_REASON_"), message)
}
