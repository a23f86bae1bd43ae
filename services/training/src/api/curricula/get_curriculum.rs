//! `GetCurriculum`.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{Curriculum, GetCurriculumRequest};
use tonic::{Request, Response};

use crate::{Training, names::CurriculumName, store};

pub(super) async fn get_curriculum(
    s: &Training,
    request: Request<GetCurriculumRequest>,
) -> Result<Response<Curriculum>, Error> {
    let who = Caller::of(&request)?;
    let name: CurriculumName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let curriculum = store::curriculum::load(s.db.read(), o, &name.curriculum).await?;
    let curriculum = curriculum.ok_or_else(|| Error::not_found(&name))?;

    Ok(Response::new(super::write(s.db.read(), o, &curriculum).await?))
}
