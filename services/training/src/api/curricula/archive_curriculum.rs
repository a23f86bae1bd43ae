//! `ArchiveCurriculum`: its assignments enrol nobody any more.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{ArchiveCurriculumRequest, Curriculum};
use tonic::{Request, Response};

use crate::{Training, names::CurriculumName, store};

pub(super) async fn archive_curriculum(
    s: &Training,
    request: Request<ArchiveCurriculumRequest>,
) -> Result<Response<Curriculum>, Error> {
    let who = Caller::of(&request)?;
    let name: CurriculumName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let curriculum = store::curriculum::load(&tx, o, &name.curriculum).await?;
    let mut curriculum = curriculum.ok_or_else(|| Error::not_found(&name))?;
    if !curriculum.archived {
        curriculum.archived = true;
        curriculum.revision += 1;
        curriculum.update_time = s.clock.now();
        store::curriculum::save(&tx, o, &curriculum).await?;
    }
    let reply = super::write(&tx, o, &curriculum).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
