//! `UpdateProposal`: other words, while nobody has answered to them.

use kit::{auth::Caller, contract::etag_matches, error::Error, mask::Mask};
use proto::feedback::v1::{Proposal, UpdateProposalRequest};
use tonic::{Request, Response};

use super::{draft, seeing::own, view};
use crate::{Feedback, names::ProposalName, store};

pub(super) async fn update_proposal(
    s: &Feedback,
    request: Request<UpdateProposalRequest>,
) -> Result<Response<Proposal>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.proposal.unwrap_or_default();
    let name: ProposalName = who.parse("proposal.name", &given.name)?;
    let (o, etag) = (&name.organization, given.etag.clone());
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), draft::FIELDS);

    let tx = s.db.begin().await?;
    let mut proposal = own(&tx, &who, &name).await?;
    let merged = draft::merge(o, &proposal.draft, given, &mask);
    let draft = draft::read(&mut violations, o, &merged);
    violations.check()?;
    let draft = draft.ok_or_else(|| Error::internal("a draft without violations is missing"))?;
    if !etag_matches(&etag, proposal.revision) {
        return Err(Error::changed(&name));
    }
    let person = who.person()?;
    let others_voted = store::proposal_people::others_voted(&tx, o, &proposal.id, person).await?;
    proposal.edit(draft, others_voted)?;
    store::proposal::save(&tx, o, &proposal).await?;
    let reply = view::full(&tx, o, person, &proposal).await?;
    s.searching.put(&tx, o, &proposal).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
