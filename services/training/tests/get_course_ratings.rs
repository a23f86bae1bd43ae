//! `GetCourseRatings`.

use proto::training::v1::{GetCourseRatingsRequest, RateModuleRequest};

use crate::support::{
    Company,
    build::{self, all_of, team},
    company,
};

async fn rate(company: &Company, person: &str, stars: i32, comment: &str) {
    let name = company.enrollment(person).await.name;
    let request = RateModuleRequest { name, module: "read".into(), stars, comment: comment.into() };
    company.learning(person).rate_module(request).await.unwrap();
}

#[tokio::test]
async fn figures_come_from_five_ratings_on() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    for (person, stars, comment) in [("w1", 5, "zest"), ("w2", 4, ""), ("w3", 4, "apt"), ("w4", 1, "")] {
        rate(&company, person, stars, comment).await;
    }
    let get = || GetCourseRatingsRequest { name: course.name.clone() };
    let few = company.courses().get_course_ratings(get()).await.unwrap().into_inner();
    assert!(few.modules.iter().all(|m| m.count == 0 && m.mean_stars == 0.0 && m.comments.is_empty()));

    rate(&company, "w5", 3, "").await;
    let enough = company.courses().get_course_ratings(get()).await.unwrap().into_inner();
    let read = &enough.modules[0];
    assert_eq!((read.count, read.mean_stars), (5, 3.4));
    assert_eq!(read.comments, ["apt", "zest"], "in an order that tells nothing");
    rate(&company, "w5", 0, "").await;
    let again = company.courses().get_course_ratings(get()).await.unwrap().into_inner();
    assert_eq!(again.modules[0].count, 0, "a rating was taken back");
}
