//! `UpdateMaterial`.

use kit::{auth::Caller, error::Error, mask::Mask};
use proto::champions::v1::{Material, UpdateMaterialRequest};
use tonic::{Request, Response};

use super::view;
use crate::{Champions, api::convert::etag_matches, names::MaterialName, store};

pub(super) async fn update_material(
    s: &Champions,
    request: Request<UpdateMaterialRequest>,
) -> Result<Response<Material>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.material.unwrap_or_default();
    let name: MaterialName = who.parse("material.name", &given.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), view::FIELDS);

    let tx = s.db.begin().await?;
    let material = store::material::load(&tx, o, &name.material).await?;
    let mut material = material.ok_or_else(|| Error::not_found(&name))?;
    view::edit(&mut violations, o, &mut material, &given, mask.fields());
    violations.check()?;
    if !etag_matches(&given.etag, material.revision) {
        return Err(Error::changed(&name));
    }
    material.revision += 1;
    material.update_time = s.clock.now();
    store::material::save(&tx, o, &material).await?;
    tx.commit().await?;

    Ok(Response::new(view::write(o, &material)))
}
