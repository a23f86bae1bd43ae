//! Building curricula.

mod archive_curriculum;
mod create_curriculum;
mod get_curriculum;
mod list_curricula;
mod update_curriculum;

use kit::{
    directory,
    error::Error,
    violation::{Rule, Violations},
};
use proto::training::v1::{self as pb, curriculum_service_server::CurriculumService};
use tonic::{Request, Response, Status, async_trait};

use crate::{
    Training,
    domain::curriculum::Curriculum,
    names::CurriculumName,
    store::{self, ConnectionTrait},
};

#[async_trait]
impl CurriculumService for Training {
    async fn create_curriculum(
        &self,
        r: Request<pb::CreateCurriculumRequest>,
    ) -> Result<Response<pb::Curriculum>, Status> {
        Ok(create_curriculum::create_curriculum(self, r).await?)
    }

    async fn get_curriculum(
        &self,
        r: Request<pb::GetCurriculumRequest>,
    ) -> Result<Response<pb::Curriculum>, Status> {
        Ok(get_curriculum::get_curriculum(self, r).await?)
    }

    async fn list_curricula(
        &self,
        r: Request<pb::ListCurriculaRequest>,
    ) -> Result<Response<pb::ListCurriculaResponse>, Status> {
        Ok(list_curricula::list_curricula(self, r).await?)
    }

    async fn update_curriculum(
        &self,
        r: Request<pb::UpdateCurriculumRequest>,
    ) -> Result<Response<pb::Curriculum>, Status> {
        Ok(update_curriculum::update_curriculum(self, r).await?)
    }

    async fn archive_curriculum(
        &self,
        r: Request<pb::ArchiveCurriculumRequest>,
    ) -> Result<Response<pb::Curriculum>, Status> {
        Ok(archive_curriculum::archive_curriculum(self, r).await?)
    }
}

/// The curriculum in words.
async fn write<C: ConnectionTrait>(
    db: &C,
    o: &str,
    curriculum: &Curriculum,
) -> Result<pb::Curriculum, Error> {
    let courses: Vec<String> = curriculum.steps.iter().map(|s| s.course.clone()).collect();
    let titles = store::course::titles(db, o, &courses).await?;
    Ok(crate::api::convert::curriculum::write(o, curriculum, &titles))
}

/// What a curriculum names must exist.
async fn look_up<C: ConnectionTrait>(
    db: &C,
    o: &str,
    violations: &mut Violations,
    curriculum: &Curriculum,
) -> Result<(), Error> {
    if !curriculum.position.is_empty() && directory::position(db, o, &curriculum.position).await?.is_none() {
        violations.add("curriculum.position", &curriculum.position, Rule::NotFound);
    }
    let courses: Vec<String> = curriculum.steps.iter().map(|s| s.course.clone()).collect();
    let known = store::course::titles(db, o, &courses).await?;
    for (i, course) in courses.iter().enumerate().filter(|(_, c)| !known.contains_key(*c)) {
        violations.add(format!("curriculum.steps[{i}].course"), course, Rule::NotFound);
    }
    Ok(())
}

/// There is at most one active curriculum for a position and a level.
async fn must_be_alone<C: ConnectionTrait>(db: &C, o: &str, curriculum: &Curriculum) -> Result<(), Error> {
    let filter = store::curriculum::Filter {
        position: Some(curriculum.position.clone()),
        level: Some(curriculum.level),
        archived: false,
    };
    let same = store::curriculum::list(db, o, &filter, None, None).await?;
    match same.iter().find(|c| c.id != curriculum.id) {
        Some(other) => Err(Error::already_exists(CurriculumName::new(o, &other.id))),
        None => Ok(()),
    }
}
