//! `UpdateProgramme`.

use kit::{auth::Caller, error::Error, mask::Mask};
use proto::champions::v1::{Programme, UpdateProgrammeRequest};
use tonic::{Request, Response};

use super::{create_programme::alone, view};
use crate::{Champions, api::convert::etag_matches, names::ProgrammeName, store};

pub(super) async fn update_programme(
    s: &Champions,
    request: Request<UpdateProgrammeRequest>,
) -> Result<Response<Programme>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.programme.unwrap_or_default();
    let name: ProgrammeName = who.parse("programme.name", &given.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), view::FIELDS);

    let tx = s.db.begin().await?;
    let programme = store::programme::load(&tx, o, &name.programme).await?;
    let mut programme = programme.ok_or_else(|| Error::not_found(&name))?;
    view::edit(&mut violations, o, &mut programme, &given, mask.fields());
    violations.check()?;
    if !etag_matches(&given.etag, programme.revision) {
        return Err(Error::changed(&name));
    }
    if !programme.archived {
        alone(&tx, o, &programme).await?;
    }
    programme.revision += 1;
    store::programme::save(&tx, o, &programme).await?;
    tx.commit().await?;

    Ok(Response::new(view::write(o, &programme)))
}
