//! `SetProposalTags`: what a proposal is filed under.

use kit::{auth::Caller, error::Error, text::normalize, violation::Violations};
use proto::feedback::v1::{Proposal, SetProposalTagsRequest};
use tonic::{Request, Response};

use crate::{
    Feedback,
    api::proposals::{draft::title, seeing::person, view},
    domain::proposal::{MAX_TAGS, TAG_LENGTH},
    names::ProposalName,
    store,
};

pub(super) async fn set_proposal_tags(
    s: &Feedback,
    request: Request<SetProposalTagsRequest>,
) -> Result<Response<Proposal>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ProposalName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let tags = tags(&mut violations, &request.tags);
    violations.check()?;

    let tx = s.db.begin().await?;
    let proposal = store::proposal::load(&tx, o, &name.proposal).await?;
    let mut proposal = proposal.ok_or_else(|| Error::not_found(&name))?;
    store::proposal_tag::set(&tx, o, &proposal.id, &tags).await?;
    proposal.tags = tags;
    store::proposal::save(&tx, o, &proposal).await?;
    let reply = view::full(&tx, o, person(&who), &proposal).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

fn tags(violations: &mut Violations, given: &[String]) -> Vec<String> {
    violations.count("tags", given.len(), MAX_TAGS);
    let mut tags: Vec<String> = Vec::new();
    for (i, tag) in given.iter().take(MAX_TAGS).enumerate() {
        let tag = title(violations, &format!("tags[{i}]"), tag, 1..=TAG_LENGTH);
        if !tags.iter().any(|t| normalize(t) == normalize(&tag)) {
            tags.push(tag);
        }
    }
    tags
}
