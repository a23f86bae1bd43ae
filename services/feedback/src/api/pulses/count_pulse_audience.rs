//! `CountPulseAudience`: how many people a rule would ask today, never who.

use kit::{auth::Caller, contract::len, error::Error, name::OrganizationName};
use proto::feedback::v1::{CountPulseAudienceRequest, PulseAudienceCount};
use tonic::{Request, Response};

use super::edit;
use crate::{Feedback, asking, store};

pub(super) async fn count_pulse_audience(
    s: &Feedback,
    request: Request<CountPulseAudienceRequest>,
) -> Result<Response<PulseAudienceCount>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let audience = edit::audience(&mut violations, "audience", &o, request.audience.as_ref());
    edit::look_up(s.db.read(), &mut violations, "audience", &o, &audience).await?;
    violations.check()?;

    let today = store::days::today(s.db.read(), &o, s.clock.now()).await?;
    let found = asking::find(s.db.read(), &o, &audience, today).await?;

    let matching = len(found.asked.len() + found.spared);
    Ok(Response::new(PulseAudienceCount { matching, spared: len(found.spared) }))
}
