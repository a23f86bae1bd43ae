//! `GetProgramme`.

use kit::{auth::Caller, error::Error};
use proto::champions::v1::{GetProgrammeRequest, Programme};
use tonic::{Request, Response};

use super::view;
use crate::{Champions, names::ProgrammeName, store};

pub(super) async fn get_programme(
    s: &Champions,
    request: Request<GetProgrammeRequest>,
) -> Result<Response<Programme>, Error> {
    let who = Caller::of(&request)?;
    let name: ProgrammeName = who.parse("name", &request.get_ref().name)?;
    let programme = store::programme::load(s.db.read(), &name.organization, &name.programme).await?;
    let programme = programme.ok_or_else(|| Error::not_found(&name))?;
    Ok(Response::new(view::write(&name.organization, &programme)))
}
