//! `CreateCurriculum`.

use kit::{auth::Caller, error::Error, localize::Text, name::OrganizationName, request_id::RequestId};
use proto::training::v1::{CreateCurriculumRequest, Curriculum as Reply};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::curriculum as convert,
    domain::{curriculum::Curriculum, level::Level},
    store,
};

pub(super) async fn create_curriculum(
    s: &Training,
    request: Request<CreateCurriculumRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let (given, now) = (request.curriculum.clone().unwrap_or_default(), s.clock.now());
    let mut violations = who.violations();
    let mut curriculum = Curriculum {
        id: s.ids.next(),
        title: Text::default(),
        position: String::new(),
        level: Level::Novice,
        steps: Vec::new(),
        in_order: false,
        archived: false,
        revision: 1,
        create_time: now,
        update_time: now,
    };
    convert::edit(&mut violations, &o, &mut curriculum, &given, convert::FIELDS);

    let once = RequestId::new(&o, "CreateCurriculum", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    super::look_up(&tx, &o, &mut violations, &curriculum).await?;
    violations.check()?;
    super::must_be_alone(&tx, &o, &curriculum).await?;
    store::curriculum::save(&tx, &o, &curriculum).await?;
    let reply = super::write(&tx, &o, &curriculum).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
