//! `DeletePulse`: a draft, as long as nobody was asked.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{DeletePulseRequest, DeletePulseResponse};
use tonic::{Request, Response};

use crate::{Feedback, names::PulseName, store};

pub(super) async fn delete_pulse(
    s: &Feedback,
    request: Request<DeletePulseRequest>,
) -> Result<Response<DeletePulseResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: PulseName = who.parse("name", &request.get_ref().name)?;

    let tx = s.db.begin().await?;
    let pulse = store::pulse::load(&tx, &name.organization, &name.pulse).await?;
    pulse.ok_or_else(|| Error::not_found(&name))?.check_draft()?;
    store::pulse::delete(&tx, &name.organization, &name.pulse).await?;
    tx.commit().await?;

    Ok(Response::new(DeletePulseResponse {}))
}
