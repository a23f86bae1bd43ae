//! `DeleteMaterial`.

use kit::{auth::Caller, error::Error};
use proto::champions::v1::{DeleteMaterialRequest, DeleteMaterialResponse};
use tonic::{Request, Response};

use crate::{Champions, names::MaterialName, store};

pub(super) async fn delete_material(
    s: &Champions,
    request: Request<DeleteMaterialRequest>,
) -> Result<Response<DeleteMaterialResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: MaterialName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    if store::material::load(&tx, o, &name.material).await?.is_none() {
        return Err(Error::not_found(&name));
    }
    store::material::delete(&tx, o, &name.material).await?;
    tx.commit().await?;

    Ok(Response::new(DeleteMaterialResponse {}))
}
