//! `GetPulse`.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{GetPulseRequest, Pulse};
use tonic::{Request, Response};

use super::convert;
use crate::{Feedback, names::PulseName, store};

pub(super) async fn get_pulse(
    s: &Feedback,
    request: Request<GetPulseRequest>,
) -> Result<Response<Pulse>, Error> {
    let who = Caller::of(&request)?;
    let name: PulseName = who.parse("name", &request.get_ref().name)?;

    let pulse = store::pulse::load(s.db.read(), &name.organization, &name.pulse).await?;
    let pulse = pulse.ok_or_else(|| Error::not_found(&name))?;

    Ok(Response::new(convert::view(s, s.db.read(), &name.organization, &pulse).await?))
}
