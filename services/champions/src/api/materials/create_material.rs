//! `CreateMaterial`.

use kit::{auth::Caller, error::Error, localize::Text, name::OrganizationName, request_id::RequestId};
use proto::champions::v1::{CreateMaterialRequest, Material as Reply};
use tonic::{Request, Response};

use super::view;
use crate::{Champions, api::convert, domain::material::Material, store};

pub(super) async fn create_material(
    s: &Champions,
    request: Request<CreateMaterialRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let given = request.material.clone().unwrap_or_default();
    let now = s.clock.now();
    let mut material = Material {
        id: String::new(),
        title: Text::default(),
        message: Text::default(),
        article: None,
        course: None,
        application: None,
        barriers: Vec::new(),
        supplied: false,
        revision: 1,
        update_time: now,
    };
    let mut violations = who.violations();
    view::edit(&mut violations, &o, &mut material, &given, view::FIELDS);
    convert::request_id(&mut violations, &request.request_id);
    violations.check()?;

    let once = RequestId::new(&o, "CreateMaterial", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    material.id = s.ids.next();
    store::material::save(&tx, &o, &material).await?;
    let reply = view::write(&o, &material);
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
