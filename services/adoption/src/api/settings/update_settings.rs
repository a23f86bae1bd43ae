//! `UpdateSettings`: changes how the organization wants to be told.

use kit::{
    auth::Caller, db::time::to_micros, error::Error, mask::Mask, name::OrganizationName, violation::Rule,
};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::parse;
use crate::{Adoption, store};

pub(super) async fn update_settings(
    s: &Adoption,
    request: Request<pb::UpdateSettingsRequest>,
) -> Result<Response<pb::AdoptionSettings>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let wanted = request.settings.unwrap_or_default();
    let of: OrganizationName = who.parse("settings.name", parse::parent(&wanted.name))?;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), &["review_mode", "strict"]);
    let mode = pb::ReviewMode::try_from(wanted.review_mode);
    if mask.has("review_mode") && mode.is_err() {
        let allowed = &["REVIEW_MODE_PERSON", "REVIEW_MODE_AUTOMATIC"];
        violations.add("settings.review_mode", wanted.review_mode, Rule::unknown_value(allowed));
    }
    violations.check()?;

    let tx = s.db.begin().await?;
    let mut settings = store::settings::load(&tx, &of.organization).await?;
    if !wanted.etag.is_empty() && wanted.etag != settings.version.to_string() {
        return Err(Error::changed(&wanted.name));
    }
    if mask.has("review_mode") {
        settings.automatic = mode == Ok(pb::ReviewMode::Automatic);
    }
    if mask.has("strict") {
        settings.strict = wanted.strict;
    }
    settings.version += 1;
    settings.update_time = Some(to_micros(s.clock.now()));
    store::settings::save(&tx, &of.organization, &settings).await?;
    tx.commit().await?;
    Ok(Response::new(parse::reply(&of.organization, &settings)))
}
