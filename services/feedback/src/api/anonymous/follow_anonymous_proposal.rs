//! `FollowAnonymousProposal`: what became of a proposal, for whoever has its secret.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{FollowAnonymousProposalRequest, FollowAnonymousProposalResponse};
use tonic::{Request, Response};

use super::by_secret;
use crate::{
    Feedback,
    api::{
        comments::view::{self as comments, Looking},
        proposals::view::{self, View, called},
    },
    domain::proposal::Proposal,
    store::{self, ConnectionTrait},
};

/// How many comments are shown.
const COMMENTS: u64 = 500;

pub(super) async fn follow_anonymous_proposal(
    s: &Feedback,
    request: Request<FollowAnonymousProposalRequest>,
) -> Result<Response<FollowAnonymousProposalResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let mut violations = who.violations();
    let o = by_secret::organization(&mut violations, &request.parent);
    let secret = by_secret::secret(&mut violations, &request.secret);
    violations.check()?;
    let (Some(o), Some(secret)) = (o, secret) else {
        return Err(Error::internal("a request without violations is incomplete"));
    };

    let db = s.db.read();
    let proposal = by_secret::proposal(db, &o, &secret).await?;
    let merged = by_secret::merged_into(db, &o, &proposal).await?;
    let mut status_changes = view::changes(db, &o, &proposal.id).await?;
    if let Some(other) = &merged {
        status_changes.extend(view::changes(db, &o, &other.id).await?);
    }
    let spoken_of = merged.as_ref().unwrap_or(&proposal);
    let said = store::proposal_comment::latest(db, &o, &spoken_of.id, COMMENTS).await?;
    let looking = Looking { person: "", moderator: false };
    let comments = comments::write(db, &o, looking, spoken_of, &said).await?;
    let merged_into = match &merged {
        Some(other) if other.hidden.is_none() => Some(write(db, &o, other).await?),
        _ => None,
    };
    let proposal = Some(write(db, &o, &proposal).await?);

    Ok(Response::new(FollowAnonymousProposalResponse { proposal, status_changes, comments, merged_into }))
}

async fn write<C: ConnectionTrait>(
    db: &C,
    o: &str,
    proposal: &Proposal,
) -> Result<proto::feedback::v1::Proposal, Error> {
    let people = called(db, o, proposal.proposer.iter().map(|p| p.person.clone())).await?;
    let written = View::knowing(people).write(o, proposal);
    view::with_attachments(db, o, proposal, written).await
}
