//! `ArchiveProgramme`: no nominations any more.

use kit::{auth::Caller, error::Error};
use proto::champions::v1::{ArchiveProgrammeRequest, Programme};
use tonic::{Request, Response};

use super::view;
use crate::{Champions, names::ProgrammeName, store};

pub(super) async fn archive_programme(
    s: &Champions,
    request: Request<ArchiveProgrammeRequest>,
) -> Result<Response<Programme>, Error> {
    let who = Caller::of(&request)?;
    let name: ProgrammeName = who.parse("name", &request.get_ref().name)?;
    let (o, now) = (&name.organization, s.clock.now());

    let tx = s.db.begin().await?;
    let programme = store::programme::load(&tx, o, &name.programme).await?;
    let mut programme = programme.ok_or_else(|| Error::not_found(&name))?;
    if !programme.archived {
        programme.archived = true;
        programme.revision += 1;
        store::programme::save(&tx, o, &programme).await?;
        for mut nomination in store::nomination::open_of(&tx, o, &programme.id).await? {
            nomination.withdraw(now)?;
            store::nomination::save(&tx, o, &nomination).await?;
        }
        tx.commit().await?;
    }

    Ok(Response::new(view::write(o, &programme)))
}
