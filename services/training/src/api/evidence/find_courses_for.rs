//! `FindCoursesFor`: courses that teach an application, the most fitting first.

use kit::{auth::Caller, error::Error, name::OrganizationName};
use proto::training::v1::{FindCoursesForRequest, FindCoursesForResponse, FittingCourse};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::{curriculum::level, localized, reference, reference_if_any},
    names::{ApplicationName, CourseName, FeatureName, PositionName},
    store::{self, curriculum::Filter},
};

/// How many courses one answer has at most.
const MAX_COURSES: usize = 50;

pub(super) async fn find_courses_for(
    s: &Training,
    request: Request<FindCoursesForRequest>,
) -> Result<Response<FindCoursesForResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let application: Option<ApplicationName> =
        reference(&mut violations, "application", &o, &request.application);
    let feature: Option<FeatureName> = reference_if_any(&mut violations, "feature", &o, &request.feature);
    let position: Option<PositionName> = reference_if_any(&mut violations, "position", &o, &request.position);
    let level = level(&mut violations, "level", request.level);
    violations.check()?;

    let db = s.db.read();
    let application = application.map(|a| a.application).unwrap_or_default();
    let courses = store::course::teaching(db, &o, &application).await?;
    let curricula = match position {
        Some(name) => {
            let filter = Filter { position: Some(name.position), ..Filter::default() };
            store::curriculum::list(db, &o, &filter, None, None).await?
        }
        None => Vec::new(),
    };
    // The place in the position's curricula: those of the level first, then by level, then by step.
    let place = |course: &str| {
        curricula
            .iter()
            .filter_map(|c| {
                let step = c.steps.iter().position(|s| s.course == course)?;
                Some((level.is_some_and(|l| l != c.level), c.level, step))
            })
            .min()
    };
    let mut found: Vec<_> = courses
        .into_iter()
        .map(|course| {
            let for_feature =
                feature.as_ref().is_some_and(|f| course.draft.feature.as_ref() == Some(&f.feature));
            (place(&course.id), for_feature, course)
        })
        .collect();
    found.sort_by_key(|(place, for_feature, _)| (place.is_none(), !for_feature, *place));

    let courses = found.into_iter().take(MAX_COURSES).map(|(place, for_feature, course)| FittingCourse {
        course: CourseName::new(&o, &course.id).to_string(),
        title: localized(&course.draft.title),
        in_curriculum: place.is_some(),
        for_feature,
    });
    Ok(Response::new(FindCoursesForResponse { courses: courses.collect() }))
}
