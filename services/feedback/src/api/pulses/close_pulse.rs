//! `ClosePulse`: nobody can answer any more, and no round follows.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{ClosePulseRequest, Pulse};
use tonic::{Request, Response};

use super::convert;
use crate::{Feedback, names::PulseName, store};

pub(super) async fn close_pulse(
    s: &Feedback,
    request: Request<ClosePulseRequest>,
) -> Result<Response<Pulse>, Error> {
    let who = Caller::of(&request)?;
    let name: PulseName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let pulse = store::pulse::load(&tx, o, &name.pulse).await?;
    let mut pulse = pulse.ok_or_else(|| Error::not_found(&name))?;
    if pulse.close()? {
        if let Some(mut last) = store::pulse_round::load(&tx, o, &pulse.id, pulse.rounds_begun).await? {
            last.closed = true;
            store::pulse_round::save(&tx, o, &pulse.id, &last).await?;
        }
        store::pulse::save(&tx, o, &pulse).await?;
    }
    let reply = convert::view(s, &tx, o, &pulse).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
