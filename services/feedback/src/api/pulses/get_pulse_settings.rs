//! `GetPulseSettings`.

use kit::{auth::Caller, error::Error, name::OrganizationName};
use proto::feedback::v1::{GetPulseSettingsRequest, PulseSettings};
use tonic::{Request, Response};

use super::settings;
use crate::{Feedback, store};

pub(super) async fn get_pulse_settings(
    s: &Feedback,
    request: Request<GetPulseSettingsRequest>,
) -> Result<Response<PulseSettings>, Error> {
    let who = Caller::of(&request)?;
    let of: OrganizationName = who.parse("name", settings::parent(&request.get_ref().name))?;

    let days = store::pulse::days_between(s.db.read(), &of.organization).await?;

    Ok(Response::new(settings::reply(&of.organization, days)))
}
