//! `SubmitAnonymousProposal`: a proposal of nobody.
//!
//! The caller is known while the call runs. Two things are done with that: the access layer saw that the caller belongs to the
//! organization, and [`crate::domain::flood`] counts, in memory and under a key that dies with the process. No request id is
//! kept, because a row of it would have a time; the secret itself makes the call repeatable. No event goes out.

use kit::{auth::Caller, error::Error, name::OrganizationName};
use proto::feedback::v1::{Proposal as Reply, SubmitAnonymousProposalRequest};
use tonic::{Request, Response};

use super::by_secret;
use crate::{
    Feedback,
    api::proposals::{draft, view::View},
    domain::proposal::Proposal,
    error::too_much,
    store,
};

pub(super) async fn submit_anonymous_proposal(
    s: &Feedback,
    request: Request<SubmitAnonymousProposalRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let secret = by_secret::secret(&mut violations, &request.secret);
    let draft = draft::read(&mut violations, &o, &request.proposal.unwrap_or_default());
    violations.check()?;
    let (Some(secret), Some(draft)) = (secret, draft) else {
        return Err(Error::internal("a request without violations is incomplete"));
    };

    let now = s.clock.now();
    let tx = s.db.begin().await?;
    if let Some(there) = store::proposal::by_secret(&tx, &o, &secret.hash()).await? {
        return Ok(Response::new(View::default().write(&o, &there)));
    }
    s.flood.take(&o, who.person()?, now).map_err(too_much)?;
    let day = store::days::today(&tx, &o, now).await?;
    let proposal = Proposal::new(secret.proposal_id(), draft, None, day);
    store::proposal::insert(&tx, &o, &proposal, Some(secret.hash())).await?;
    s.searching.put(&tx, &o, &proposal).await?;
    tx.commit().await?;

    Ok(Response::new(View::default().write(&o, &proposal)))
}
