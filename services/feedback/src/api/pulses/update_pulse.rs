//! `UpdatePulse`: a draft, as long as nobody was asked.

use kit::{auth::Caller, contract::etag_matches, error::Error, mask::Mask};
use proto::feedback::v1::{Pulse, UpdatePulseRequest};
use tonic::{Request, Response};

use super::{convert, edit};
use crate::{Feedback, names::PulseName, store};

pub(super) async fn update_pulse(
    s: &Feedback,
    request: Request<UpdatePulseRequest>,
) -> Result<Response<Pulse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.pulse.unwrap_or_default();
    let name: PulseName = who.parse("pulse.name", &given.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), edit::FIELDS);

    let tx = s.db.begin().await?;
    let pulse = store::pulse::load(&tx, o, &name.pulse).await?;
    let mut pulse = pulse.ok_or_else(|| Error::not_found(&name))?;
    pulse.check_draft()?;
    let today = store::days::today(&tx, o, s.clock.now()).await?;
    edit::edit(&mut violations, o, &mut pulse, &given, mask.fields(), today);
    edit::look_up(&tx, &mut violations, "pulse.audience", o, &pulse.audience).await?;
    violations.check()?;
    if !etag_matches(&given.etag, pulse.revision) {
        return Err(Error::changed(&name));
    }
    pulse.revision += 1;
    store::pulse::save(&tx, o, &pulse).await?;
    let reply = convert::view(s, &tx, o, &pulse).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
