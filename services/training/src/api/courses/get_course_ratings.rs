//! `GetCourseRatings`: what learners thought, from five ratings on.

use kit::{auth::Caller, error::Error, privacy::FLOOR};
use proto::training::v1::{CourseRatings, GetCourseRatingsRequest, ModuleRatings};
use tonic::{Request, Response};

use crate::{Training, api::convert::count, names::CourseName, store};

pub(super) async fn get_course_ratings(
    s: &Training,
    request: Request<GetCourseRatingsRequest>,
) -> Result<Response<CourseRatings>, Error> {
    let who = Caller::of(&request)?;
    let name: CourseName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let course = store::course::load(s.db.read(), o, &name.course).await?;
    let course = course.ok_or_else(|| Error::not_found(&name))?;
    let ratings = store::rating::of_course(s.db.read(), o, &name.course).await?;
    let modules = course.draft.modules.iter().map(|module| {
        let of_module: Vec<_> = ratings.iter().filter(|r| r.module == module.id).collect();
        let number = u32::try_from(of_module.len()).unwrap_or(u32::MAX);
        if number < FLOOR {
            return ModuleRatings { module: module.id.clone(), ..ModuleRatings::default() };
        }
        let stars: i32 = of_module.iter().map(|r| r.stars).sum();
        ModuleRatings {
            module: module.id.clone(),
            count: count(number),
            mean_stars: (f64::from(stars) * 10.0 / f64::from(number)).round() / 10.0,
            comments: of_module.iter().map(|r| r.comment.clone()).filter(|c| !c.is_empty()).collect(),
        }
    });

    Ok(Response::new(CourseRatings { course: name.to_string(), modules: modules.collect() }))
}
