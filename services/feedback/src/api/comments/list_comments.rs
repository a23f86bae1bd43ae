//! `ListComments`: what is said about a proposal, the oldest day first.

use kit::{auth::Caller, error::Error, page::Page, violation::Rule};
use proto::feedback::v1::{ListCommentsRequest, ListCommentsResponse};
use tonic::{Request, Response};

use super::view::{self, Looking};
use crate::{
    Feedback,
    api::proposals::seeing::{is_moderator, person, seen},
    names::ProposalName,
    store::{
        self,
        proposal_comment::{Place, place_of},
    },
};

pub(super) async fn list_comments(
    s: &Feedback,
    request: Request<ListCommentsRequest>,
) -> Result<Response<ListCommentsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ProposalName = who.parse("parent", &request.parent)?;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let after = page.after.as_deref().map(place);
    if after == Some(None) {
        let rule = Rule::Malformed { expected: "next_page_token".into() };
        violations.add("page_token", &request.page_token, rule);
    }
    violations.check()?;

    let (o, db) = (&name.organization, s.db.read());
    let proposal = seen(db, &who, &name).await?;
    let mut found = store::proposal_comment::list(db, o, &proposal.id, after.flatten(), page.limit()).await?;
    let next_page_token = page.cut(&mut found, |c| {
        let (day, late, place, id) = place_of(c);
        format!("{day}|{late}|{place}|{id}")
    });
    let looking = Looking { person: person(&who), moderator: is_moderator(&who) };
    let comments = view::write(db, o, looking, &proposal, &found).await?;

    Ok(Response::new(ListCommentsResponse { comments, next_page_token }))
}

/// The place that a token tells of.
fn place(token: &str) -> Option<Place> {
    let mut parts = token.splitn(4, '|');
    let (day, late, place) = (parts.next()?, parts.next()?, parts.next()?);
    Some((day.parse().ok()?, late.parse().ok()?, place.parse().ok()?, parts.next()?.to_owned()))
}
