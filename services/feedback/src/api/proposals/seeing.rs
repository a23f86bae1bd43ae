//! Who sees a proposal, and who made it.

use kit::{
    auth::{Caller, Role},
    error::Error,
};

use crate::{
    domain::proposal::Proposal,
    names::ProposalName,
    store::{self, ConnectionTrait, proposal_find::Viewer},
};

/// Whether the caller keeps proposals in order.
pub(crate) fn is_moderator(who: &Caller) -> bool {
    who.has_any(&[Role::Hr, Role::Admin])
}

/// The caller as somebody who looks at a list.
pub(crate) fn viewer(who: &Caller) -> Viewer {
    if is_moderator(who) { Viewer::Moderator } else { Viewer::Person(person(who).to_owned()) }
}

/// The id of the person who looks; empty for a service.
pub(crate) fn person(who: &Caller) -> &str {
    who.person().unwrap_or_default()
}

/// The proposal with this name, if the caller sees it: a hidden one is as absent.
pub(crate) async fn seen<C: ConnectionTrait>(
    db: &C,
    who: &Caller,
    name: &ProposalName,
) -> Result<Proposal, Error> {
    let proposal = store::proposal::load(db, &name.organization, &name.proposal).await?;
    proposal
        .filter(|p| p.hidden.is_none() || is_moderator(who) || p.is_by(person(who)))
        .ok_or_else(|| Error::not_found(name))
}

/// The same, if the caller made it in the own name.
pub(crate) async fn own<C: ConnectionTrait>(
    db: &C,
    who: &Caller,
    name: &ProposalName,
) -> Result<Proposal, Error> {
    let proposal = seen(db, who, name).await?;
    if proposal.is_by(who.person()?) { Ok(proposal) } else { Err(Error::Denied) }
}
