//! `UpdateCurriculum`: whoever is covered gets what is added.

use kit::{auth::Caller, error::Error, mask::Mask};
use proto::training::v1::{Curriculum, UpdateCurriculumRequest};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::{curriculum as convert, etag_matches},
    error::{Reason, Refuse},
    names::CurriculumName,
    store,
};

pub(super) async fn update_curriculum(
    s: &Training,
    request: Request<UpdateCurriculumRequest>,
) -> Result<Response<Curriculum>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.curriculum.unwrap_or_default();
    let name: CurriculumName = who.parse("curriculum.name", &given.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), convert::FIELDS);

    let tx = s.db.begin().await?;
    let curriculum = store::curriculum::load(&tx, o, &name.curriculum).await?;
    let mut curriculum = curriculum.ok_or_else(|| Error::not_found(&name))?;
    let before = curriculum.clone();
    convert::edit(&mut violations, o, &mut curriculum, &given, mask.fields());
    super::look_up(&tx, o, &mut violations, &curriculum).await?;
    violations.check()?;
    if !etag_matches(&given.etag, curriculum.revision) {
        return Err(Error::changed(&name));
    }
    if curriculum.archived {
        return Err(Reason::CurriculumArchived.refuse("the curriculum is archived"));
    }
    if curriculum != before {
        super::must_be_alone(&tx, o, &curriculum).await?;
        curriculum.revision += 1;
        curriculum.update_time = s.clock.now();
        store::curriculum::save(&tx, o, &curriculum).await?;
        store::roster::mark(&tx, o).await?;
    }
    let reply = super::write(&tx, o, &curriculum).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
