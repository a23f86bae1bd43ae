//! `GetCurriculumProgress`: how much of a curriculum one person has complete, for what that person asked to become.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kit::{auth::Caller, directory, error::Error};
use proto::training::v1::{CurriculumProgress, GetCurriculumProgressRequest};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::len,
    domain::curriculum::Curriculum,
    names::{CurriculumName, PersonName},
    store::{self, ConnectionTrait, calendars::Calendars},
};

pub(super) async fn get_curriculum_progress(
    s: &Training,
    request: Request<GetCurriculumProgressRequest>,
) -> Result<Response<CurriculumProgress>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: CurriculumName = who.parse("curriculum", &request.curriculum)?;
    let person: PersonName = who.parse("person", &request.person)?;
    let (db, o) = (s.db.read(), &name.organization);

    let curriculum = store::curriculum::load(db, o, &name.curriculum).await?;
    let curriculum = curriculum.ok_or_else(|| Error::not_found(&name))?;
    let known = directory::person(db, o, &person.person).await?.ok_or_else(|| Error::not_found(&person))?;
    let today = Calendars::load(db, o).await?.of(Some(&known)).day_of(s.clock.now());
    let (steps, missing) = open_steps(db, o, &curriculum, &known.id, today).await?;

    let completed = len(steps.len() - missing.len());
    Ok(Response::new(CurriculumProgress { courses: len(steps.len()), completed }))
}

/// The published courses of a curriculum with their versions, and those of them that a person lacks on a day.
pub(super) async fn open_steps<C: ConnectionTrait>(
    db: &C,
    o: &str,
    curriculum: &Curriculum,
    person: &str,
    today: Date,
) -> Result<(BTreeMap<String, u32>, Vec<String>), Error> {
    let mut published = store::course::published(db, o).await?;
    published.retain(|course, _| curriculum.steps.iter().any(|s| s.course == *course));
    let done = store::completion::of_person(db, o, person, today).await?;
    let missing = curriculum.steps.iter().map(|s| s.course.clone());
    let missing = missing.filter(|c| published.contains_key(c) && !done.contains(c)).collect();
    Ok((published, missing))
}
