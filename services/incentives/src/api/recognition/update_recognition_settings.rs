//! `UpdateRecognitionSettings`: leaves the wall, or comes back.

use kit::{auth::Caller, error::Error, name::OrganizationName, violation::Rule};
use proto::incentives::v1::{RecognitionSettings, UpdateRecognitionSettingsRequest};
use tonic::{Request, Response};

use crate::{Incentives, store};

pub(super) async fn update_recognition_settings(
    s: &Incentives,
    request: Request<UpdateRecognitionSettingsRequest>,
) -> Result<Response<RecognitionSettings>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    if request.settings.is_none() {
        violations.add("settings", "", Rule::Required);
    }
    violations.check()?;
    let settings = request.settings.unwrap_or_default();

    let tx = s.db.begin().await?;
    if settings.off_wall {
        store::wall::leave(&*tx, &o, who.person()?, s.clock.now()).await?;
    } else {
        store::wall::come_back(&*tx, &o, who.person()?).await?;
    }
    tx.commit().await?;

    Ok(Response::new(settings))
}
