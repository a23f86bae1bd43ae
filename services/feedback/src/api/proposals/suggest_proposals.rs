//! `SuggestProposals`: what is alike, while it is typed. Nothing of the call is kept.

use kit::{auth::Caller, contract::reference_if_any, error::Error, name::OrganizationName};
use proto::feedback::v1::{self as pb, SuggestProposalsRequest, SuggestProposalsResponse};
use tonic::{Request, Response};

use crate::{
    Feedback,
    names::{ApplicationName, ProposalName},
    store::{self, proposal_find::Line},
};

/// How many are suggested.
const SHOWN: usize = 10;
/// How many are looked up, since some may be hidden or duplicates.
const LOOKED_UP: usize = 20;
/// Fewer characters than that are alike to everything.
const SHORTEST: usize = 2;

pub(super) async fn suggest_proposals(
    s: &Feedback,
    request: Request<SuggestProposalsRequest>,
) -> Result<Response<SuggestProposalsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    violations.length("text", &request.text, 0..=500);
    let application: Option<ApplicationName> =
        reference_if_any(&mut violations, "application", &o, &request.application);
    violations.check()?;
    if request.text.trim().chars().count() < SHORTEST {
        return Ok(Response::new(SuggestProposalsResponse::default()));
    }

    let (db, application) = (s.db.read(), application.map(|a| a.application).unwrap_or_default());
    let matches =
        s.searching.ask(db, &o, |index| index.suggest(&request.text, &application, LOOKED_UP)).await?;
    let mut found: Vec<Line> = Vec::new();
    // The best ones first: more are needed only where some of these are hidden or duplicates.
    for best in matches.chunks(SHOWN) {
        if found.len() >= SHOWN {
            break;
        }
        let ids: Vec<String> = best.iter().map(|m| m.id.clone()).collect();
        let mut shown = store::proposal_find::lines(db, &o, &ids).await?;
        shown.sort_by_key(|p| ids.iter().position(|id| *id == p.id));
        found.extend(shown);
    }
    found.truncate(SHOWN);

    let proposals = found.into_iter().map(|line| pb::Proposal {
        name: ProposalName::new(&o, &line.id).to_string(),
        title: line.title,
        status: line.status.number(),
        ..pb::Proposal::default()
    });
    Ok(Response::new(SuggestProposalsResponse { proposals: proposals.collect() }))
}
