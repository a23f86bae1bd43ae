//! What a secret leads to.

use kit::{
    error::Error,
    name::{OrganizationName, ResourceName as _},
    violation::{Rule, Violations},
};

use crate::{
    domain::{
        proposal::Proposal,
        secret::{LENGTH, Secret},
    },
    store::{self, ConnectionTrait},
};

/// How many merges in a row are followed.
const LONGEST_CHAIN: usize = 20;

/// Reads the organization of a call that nobody has to be signed in for.
pub(super) fn organization(violations: &mut Violations, parent: &str) -> Option<String> {
    let name = parent.parse::<OrganizationName>().ok();
    if name.is_none() {
        violations.add("parent", parent, Rule::NotAName { pattern: OrganizationName::PATTERN });
    }
    name.map(|n| n.organization)
}

/// Reads a secret. A wrong one is not repeated to anybody.
pub(super) fn secret(violations: &mut Violations, bytes: &[u8]) -> Option<Secret> {
    let secret = Secret::new(bytes);
    if secret.is_none() {
        violations.add("secret", "", Rule::Malformed { expected: format!("{LENGTH} × random(256)") });
    }
    secret
}

/// The proposal that was made with this secret.
pub(super) async fn proposal<C: ConnectionTrait>(
    db: &C,
    o: &str,
    secret: &Secret,
) -> Result<Proposal, Error> {
    let found = store::proposal::by_secret(db, o, &secret.hash()).await?;
    found.ok_or_else(|| Error::not_found("the proposal of this secret"))
}

/// The proposal that another one ended in, merge after merge; `None` if it was not merged.
pub(super) async fn merged_into<C: ConnectionTrait>(
    db: &C,
    o: &str,
    proposal: &Proposal,
) -> Result<Option<Proposal>, Error> {
    let mut last: Option<Proposal> = None;
    for _ in 0..LONGEST_CHAIN {
        let next = last.as_ref().unwrap_or(proposal).duplicate_of.clone();
        let Some(next) = next else { break };
        let Some(found) = store::proposal::load(db, o, &next).await? else { break };
        last = Some(found);
    }
    Ok(last)
}
