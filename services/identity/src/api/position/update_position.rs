//! `UpdatePosition`: its name and its target.

use kit::{auth::Caller, error::Error, mask::Mask};
use proto::identity::v1::{Position, UpdatePositionRequest};
use tonic::{Request, Response};

use super::fields;
use crate::{Identity, api::reference::check_etag, convert, names::PositionName, store};

pub(super) async fn update_position(
    s: &Identity,
    request: Request<UpdatePositionRequest>,
) -> Result<Response<Position>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let wanted = request.position.unwrap_or_default();
    let name: PositionName = who.parse("position.name", &wanted.name)?;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), &["display_name", "target_rate"]);

    let tx = s.db.begin().await?;
    let old = store::position::load(&tx, &name.organization, &name.position).await?;
    let old = old.ok_or_else(|| Error::not_found(&name))?;
    check_etag(&wanted.etag, old.revision, &wanted.name)?;
    let mut new = old.clone();
    if mask.has("display_name") {
        new.display_name = fields::display_name(&mut violations, &wanted);
    }
    if mask.has("target_rate") {
        new.target_rate = fields::target_rate(&mut violations, &wanted);
    }
    violations.check()?;
    if new != old {
        fields::check_name(
            &tx,
            who.violations(),
            &name.organization,
            Some(&name.position),
            &new.display_name,
        )
        .await?;
        new = s.put_position(&tx, &name.organization, new).await?;
        tx.commit().await?;
    }
    Ok(Response::new(convert::position(&name.organization, &new)))
}
