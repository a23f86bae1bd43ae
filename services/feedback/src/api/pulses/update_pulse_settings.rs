//! `UpdatePulseSettings`: holds from the next round on.

use kit::{auth::Caller, contract::number, error::Error, name::OrganizationName};
use proto::feedback::v1::{PulseSettings, UpdatePulseSettingsRequest};
use tonic::{Request, Response};

use super::settings;
use crate::{Feedback, store};

pub(super) async fn update_pulse_settings(
    s: &Feedback,
    request: Request<UpdatePulseSettingsRequest>,
) -> Result<Response<PulseSettings>, Error> {
    let who = Caller::of(&request)?;
    let given = request.into_inner().settings.unwrap_or_default();
    let of: OrganizationName = who.parse("settings.name", settings::parent(&given.name))?;
    let mut violations = who.violations();
    let days = number(&mut violations, "settings.days_between", given.days_between, 1, 180);
    violations.check()?;

    let tx = s.db.begin().await?;
    store::pulse::set_days_between(&tx, &of.organization, days).await?;
    tx.commit().await?;

    Ok(Response::new(settings::reply(&of.organization, days)))
}
