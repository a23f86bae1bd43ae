//! `CountAudience`.

use proto::{
    identity::v1::Level,
    training::v1::{
        Audience, AudienceCount, Condition, ConditionGroup, CountAudienceRequest, LevelCondition,
        PositionCondition, SiteCondition, TeamCondition, TenureCondition, condition::Kind,
    },
};

use crate::support::{
    Company,
    build::{self, all_of, has_completed, not_completed, position, team},
    company, fields, name, parent,
};

async fn count(company: &Company, audience: Audience, target: &str) -> AudienceCount {
    let request = CountAudienceRequest { parent: parent(), audience: Some(audience), target: target.into() };
    company.assignments().count_audience(request).await.unwrap().into_inner()
}

#[tokio::test]
async fn every_kind_of_condition_counts() {
    let company = company().await;
    let mut new = build::person("new", "east", "seller");
    new.employment_start_day = "2026-02-20".into();
    new.level = Level::Novice.into();
    company.hire(new).await;
    let tenure = |min_days, max_days| Kind::Tenure(TenureCondition { min_days, max_days });
    let level = Kind::Level(LevelCondition { levels: vec![Level::Novice.into(), Level::Expert.into()] });
    let site = Kind::Site(SiteCondition { sites: vec![name("sites", "tehran")] });
    for (kinds, people) in [
        (vec![], 17),
        (vec![position("seller")], 10),
        (vec![team("sales")], 10),
        (vec![team("east")], 4),
        (vec![position("clerk"), team("sales")], 0),
        (vec![level], 1),
        (vec![tenure(0, 30)], 1),
        (vec![tenure(365, 0), team("east")], 3),
        (vec![site], 17),
    ] {
        let counted = count(&company, all_of(kinds.clone()), "").await;
        assert_eq!((counted.matching, counted.to_enroll), (people, 0), "{kinds:?}");
    }
    let group = |kinds: Vec<Kind>| ConditionGroup {
        conditions: kinds.into_iter().map(|kind| Condition { kind: Some(kind) }).collect(),
    };
    let either = Audience {
        any_of: vec![group(vec![team("east"), position("clerk")]), group(vec![tenure(100, 0)])],
        ..all_of([])
    };
    assert_eq!(count(&company, either, "").await.matching, 8);
}

#[tokio::test]
async fn it_says_who_would_need_what() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    company.complete("w1").await;
    company.complete("w2").await;
    let counted = count(&company, all_of([team("sales")]), &course.name).await;
    assert_eq!((counted.matching, counted.completed, counted.enrolled, counted.to_enroll), (9, 2, 4, 3));
    assert_eq!(count(&company, all_of([has_completed(&course)]), "").await.matching, 2);
    assert_eq!(count(&company, all_of([team("west"), not_completed(&course)]), "").await.matching, 4);
}

#[tokio::test]
async fn what_does_not_exist_is_told() {
    let company = company().await;
    let nowhere = |id: &str| TeamCondition { teams: vec![id.into()] };
    let audience = all_of([
        Kind::Team(nowhere(&name("teams", "nothing"))),
        Kind::Team(nowhere("organizations/globex/teams/x")),
        Kind::Position(PositionCondition { positions: vec![] }),
        Kind::Tenure(TenureCondition { min_days: 10, max_days: 5 }),
    ]);
    let request =
        CountAudienceRequest { parent: parent(), audience: Some(audience), target: "course".into() };
    let error = company.assignments().count_audience(request).await.unwrap_err();
    assert_eq!(
        fields(&error),
        [
            "audience.all_of[1].team.teams[0]",
            "audience.all_of[2].position.positions",
            "audience.all_of[3].tenure.max_days",
            "target",
            "audience",
        ]
    );
}
