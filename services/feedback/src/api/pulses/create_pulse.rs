//! `CreatePulse`: a draft; nobody is asked yet.

use kit::{auth::Caller, error::Error, localize::Text, name::OrganizationName, request_id::RequestId};
use proto::feedback::v1::{CreatePulseRequest, Pulse};
use tonic::{Request, Response};

use super::{convert, edit};
use crate::{
    Feedback,
    domain::pulse::{Pulse as Draft, PulseState, audience::Audience, schedule::Schedule},
    store,
};

pub(super) async fn create_pulse(
    s: &Feedback,
    request: Request<CreatePulseRequest>,
) -> Result<Response<Pulse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let (given, now) = (request.pulse.clone().unwrap_or_default(), s.clock.now());
    let mut violations = who.violations();

    let once = RequestId::new(&o, "CreatePulse", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let mut pulse = Draft {
        id: s.ids.next(),
        title: Text::default(),
        application: None,
        questions: Vec::new(),
        audience: Audience::default(),
        schedule: Schedule { first_day: None, open_days: 0, every_weeks: 0, rounds: 0 },
        state: PulseState::Draft,
        rounds_begun: 0,
        create_time: now,
        revision: 1,
    };
    let today = store::days::today(&tx, &o, now).await?;
    edit::edit(&mut violations, &o, &mut pulse, &given, edit::FIELDS, today);
    edit::look_up(&tx, &mut violations, "pulse.audience", &o, &pulse.audience).await?;
    violations.check()?;
    store::pulse::save(&tx, &o, &pulse).await?;
    let reply = convert::view(s, &tx, &o, &pulse).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
