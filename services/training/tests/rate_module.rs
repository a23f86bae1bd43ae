//! `RateModule`.

use proto::training::v1::RateModuleRequest;

use crate::support::{
    build::{self, all_of, team},
    company, fields,
};

#[tokio::test]
async fn the_last_rating_counts_and_zero_takes_it_back() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let name = company.enrollment("w1").await.name;
    let rate = |stars, comment: &str| RateModuleRequest {
        name: name.clone(),
        module: "read".into(),
        stars,
        comment: comment.into(),
    };
    for (stars, comment) in [(2, "unclear"), (5, "ممنون"), (0, "")] {
        let reply = company.learning("w1").rate_module(rate(stars, comment)).await.unwrap().into_inner();
        assert_eq!((reply.modules[0].stars, reply.modules[0].rating_comment.as_str()), (stars, comment));
    }
    let error = company.learning("w1").rate_module(rate(6, &"x".repeat(1_001))).await.unwrap_err();
    assert_eq!(fields(&error), ["stars", "comment"]);
}
