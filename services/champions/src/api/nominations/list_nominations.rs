//! `ListNominations`: of everybody, oldest first, for HR.

use std::collections::HashMap;

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::champions::v1::{ListNominationsRequest, ListNominationsResponse};
use tonic::{Request, Response};

use super::view;
use crate::{
    Champions,
    api::convert::{self, reference_if_any},
    domain::nomination::State,
    names::ProgrammeName,
    store,
};

/// Nominations on one page at most: training is asked about each.
const MOST: u64 = 100;

pub(super) async fn list_nominations(
    s: &Champions,
    request: Request<ListNominationsRequest>,
) -> Result<Response<ListNominationsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let mut page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let programme: Option<ProgrammeName> =
        reference_if_any(&mut violations, "programme", &o, &request.programme);
    let mut states = convert::nomination_states(&mut violations, &request.states);
    violations.check()?;
    if states.is_empty() {
        states = State::OPEN.to_vec();
    }
    page.size = page.size.min(MOST);

    let db = s.db.read();
    let (programme, after) = (programme.as_ref().map(|p| p.programme.as_str()), page.after.as_deref());
    let mut found = store::nomination::list(db, &o, programme, &states, after, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |n| n.id.clone());
    let mut nominations = view::write(db, &who, &o, &found).await?;
    let mut curricula: HashMap<&str, Option<String>> = HashMap::new();
    for (nomination, reply) in found.iter().zip(&mut nominations).filter(|(n, _)| n.state == State::Consented)
    {
        if !curricula.contains_key(nomination.programme.as_str()) {
            let programme = store::programme::load(db, &o, &nomination.programme).await?;
            curricula.insert(&nomination.programme, programme.and_then(|p| p.curriculum));
        }
        if let Some(Some(curriculum)) = curricula.get(nomination.programme.as_str()) {
            reply.training = view::training(s, &o, curriculum, &nomination.nominee).await.ok();
        }
    }

    Ok(Response::new(ListNominationsResponse { nominations, next_page_token }))
}
