//! `OpenPulse`: people are asked from the first day of the schedule on.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{OpenPulseRequest, Pulse};
use tonic::{Request, Response};

use super::convert;
use crate::{Feedback, asking, names::PulseName, store};

pub(super) async fn open_pulse(
    s: &Feedback,
    request: Request<OpenPulseRequest>,
) -> Result<Response<Pulse>, Error> {
    let who = Caller::of(&request)?;
    let name: PulseName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let pulse = store::pulse::load(&tx, o, &name.pulse).await?;
    let mut pulse = pulse.ok_or_else(|| Error::not_found(&name))?;
    let today = store::days::today(&tx, o, s.clock.now()).await?;
    if pulse.open(today)? {
        asking::begin_round(s, &tx, o, &mut pulse, today).await?;
        store::pulse::save(&tx, o, &pulse).await?;
    }
    let reply = convert::view(s, &tx, o, &pulse).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
