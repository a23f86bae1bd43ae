//! `SetProposalStatus`: you said, we did.

use kit::{auth::Caller, contract::etag_matches, error::Error, text, violation::Rule};
use proto::feedback::v1::{Proposal, SetProposalStatusRequest};
use tonic::{Request, Response};

use crate::{
    Feedback,
    answering::Answer,
    api::proposals::{draft::one_of, seeing::person, view},
    domain::proposal::{ANSWER_LENGTH, Status},
    names::ProposalName,
    store,
};

pub(super) async fn set_proposal_status(
    s: &Feedback,
    request: Request<SetProposalStatusRequest>,
) -> Result<Response<Proposal>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ProposalName = who.parse("name", &request.name)?;
    let (o, actor) = (&name.organization, person(&who));
    let mut violations = who.violations();
    let settable = |n| Status::from_number(n).filter(|s| *s != Status::Duplicate);
    let status = one_of(&mut violations, "status", request.status, settable, &Status::WORDS[..5]);
    let words = text::clean(&request.answer);
    violations.length("answer", &words, 0..=ANSWER_LENGTH);
    if words.is_empty() && status.is_some_and(Status::needs_answer) {
        violations.add("answer", "", Rule::Required);
    }
    violations.check()?;
    let status = status.ok_or_else(|| Error::internal("a status without violations is missing"))?;

    let tx = s.db.begin().await?;
    let proposal = store::proposal::load(&tx, o, &name.proposal).await?;
    let mut proposal = proposal.ok_or_else(|| Error::not_found(&name))?;
    if !etag_matches(&request.etag, proposal.revision) {
        return Err(Error::changed(&name));
    }
    let answer = Answer { status, words, actor: actor.to_owned(), decision: None };
    s.answer(&tx, o, &mut proposal, answer).await?;
    let reply = view::full(&tx, o, actor, &proposal).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
