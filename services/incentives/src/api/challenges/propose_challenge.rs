//! `ProposeChallenge`: what a playbook suggests; HR decides.

use jiff::ToSpan;
use kit::{
    auth::Caller,
    contract::{Wanted, reference},
    directory,
    error::Error,
    localize::Text,
    name::OrganizationName,
    request_id::RequestId,
};
use proto::incentives::v1::{self as pb, Challenge as Reply, ProposeChallengeRequest};
use tonic::{Request, Response};

use super::view;
use crate::{
    Incentives,
    api::convert::{self, challenge},
    domain::challenge::{Challenge, Measure, State},
    names::{ApplicationName, InterventionName},
    store,
};

/// A proposal begins so many days from now, so that there is time to decide.
const DAYS_AHEAD: i64 = 14;

pub(super) async fn propose_challenge(
    s: &Incentives,
    request: Request<ProposeChallengeRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let source = who.parse::<InterventionName>("source", &request.source)?.intervention;
    let (now, mut violations) = (s.clock.now(), who.violations());

    let once = RequestId::new(&o, "ProposeChallenge", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    if let Some(made) = store::challenge::by_source(&*tx, &o, &source).await? {
        return Ok(Response::new(view::one(&*tx, &o, &made).await?));
    }
    let tree = directory::teams(&*tx, &o).await?;
    let mut draft = challenge::blank(s.today(&*tx, &o).await?.saturating_add(DAYS_AHEAD.days()));
    let teams: Vec<&str> = request.teams.iter().map(String::as_str).collect();
    draft.teams = challenge::teams(&mut violations, "teams", &o, &tree, &teams);
    let application: Option<ApplicationName> =
        reference(&mut violations, "application", &o, &request.application);
    draft.application = application.map(|a| a.application).unwrap_or_default();
    if request.measure != i32::from(pb::Measure::Unspecified) {
        let name = pb::Measure::try_from(request.measure).ok().map(|m| m.as_str_name());
        // Courses and departments are for HR to choose.
        let allowed = &Measure::ALL[..3];
        let measure = convert::choice(&mut violations, "measure", name, "MEASURE_", allowed);
        draft.measure = measure.unwrap_or(draft.measure);
    }
    draft.title = convert::title(&mut violations, "title", request.title.as_ref(), Wanted::Optional, 120);
    if draft.title.is_empty() {
        draft.title = Text::new("Further together", "با هم جلوتر", "معًا إلى الأمام");
    }
    violations.check()?;
    let challenge = Challenge::new(s.ids.next(), draft, State::Proposed, Some(source), now);
    store::challenge::save(&*tx, &o, &challenge).await?;
    let reply = view::one(&*tx, &o, &challenge).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
