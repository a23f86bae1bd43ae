//! `AppointChampion`.

use proto::{
    champions::v1::{AppointChampionRequest, ChampionAppointed, ChampionState, Programme},
    identity::v1::Person,
    training::v1::CurriculumProgress,
};
use tonic::Code;

use crate::support::{company, fields, name, person, programme, reason};

#[tokio::test]
async fn the_role_comes_for_the_teams_and_they_are_covered_with_those_below() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let nomination = company.consented(&crm, "w2").await;
    let request = AppointChampionRequest {
        nomination: nomination.name.clone(),
        teams: vec![name("teams", "sales")],
        focus_areas: vec!["Offers".into()],
        end_day: "2026-12-31".into(),
    };
    let made = company.champions().appoint_champion(request.clone()).await.unwrap().into_inner();
    assert_eq!((made.state(), made.end_day.as_str()), (ChampionState::Active, "2026-12-31"));
    assert_eq!(
        (made.teams[0].team_display_name.as_str(), made.person_display_name.as_str()),
        ("SALES", "W2")
    );
    let again = company.champions().appoint_champion(request).await.unwrap().into_inner();
    assert_eq!(again.name, made.name, "the same nomination is the same champion");
    company.settle().await;
    assert_eq!(company.roles_of("w2"), [name("teams", "sales")]);
    assert_eq!(company.covered_team("west").await.champions, 1);
    assert_eq!(company.covered_team("east").await.champions, 1);
    assert_eq!(company.covered_team("north").await.champions, 0);
    assert_eq!(company.told::<ChampionAppointed>().await.len(), 1);
}

#[tokio::test]
async fn nobody_is_appointed_without_consent_or_before_the_curriculum_is_complete() {
    let company = company().await;
    let with = Programme { curriculum: name("curricula", "champion"), ..programme() };
    let crm = company.programme(with).await.name;
    let open = company.nominate(&crm, "w3", "w3").await.unwrap();
    assert_eq!(reason(&company.appoint(&open, &["west"]).await.unwrap_err()), "NOT_CONSENTED");
    let nomination = company.consented(&crm, "w2").await;
    company.settle().await;
    let enrolled = company.neighbours.change(|s| s.enrolled.clone());
    assert_eq!(enrolled.len(), 1, "whoever both said yes about is enrolled, once");
    assert_eq!(
        (enrolled[0].person.clone(), enrolled[0].curriculum.clone()),
        (name("people", "w2"), name("curricula", "champion"))
    );
    company.neighbours.change(|s| s.progress = CurriculumProgress { courses: 2, completed: 1 });
    assert_eq!(reason(&company.appoint(&nomination, &["west"]).await.unwrap_err()), "TRAINING_INCOMPLETE");
    company.neighbours.change(|s| s.down = true);
    assert_eq!(reason(&company.appoint(&nomination, &["west"]).await.unwrap_err()), "TRAINING_UNREACHABLE");
    company.neighbours.change(|s| {
        s.down = false;
        s.progress.completed = 2;
    });
    company.appoint(&nomination, &["west"]).await.unwrap();
}

#[tokio::test]
async fn teams_and_days_must_make_sense() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let nomination = company.consented(&crm, "w2").await;
    let bad = AppointChampionRequest {
        nomination: nomination.name.clone(),
        teams: vec![name("teams", "west"), name("teams", "west"), "x".into()],
        focus_areas: vec!["Offers".into(), "OFFERS".into(), "a\u{202E}b".into()],
        end_day: "2026-03-01".into(),
    };
    let error = company.champions().appoint_champion(bad).await.unwrap_err();
    assert_eq!(fields(&error), ["teams[1]", "teams[2]", "focus_areas[1]", "focus_areas[2]", "end_day"]);
    assert_eq!(fields(&company.appoint(&nomination, &[]).await.unwrap_err()), ["teams"]);
    assert_eq!(fields(&company.appoint(&nomination, &["nowhere"]).await.unwrap_err()), ["teams"]);
    let left = Person { employment_end_day: "2026-03-01".into(), revision: 2, ..person("w2", "west", "w1") };
    company.hire(left).await;
    assert_eq!(reason(&company.appoint(&nomination, &["west"]).await.unwrap_err()), "PERSON_LEFT");
    let absent = AppointChampionRequest { nomination: name("nominations", "none"), ..Default::default() };
    assert_eq!(company.champions().appoint_champion(absent).await.unwrap_err().code(), Code::NotFound);
    let denied = AppointChampionRequest { nomination: nomination.name, ..Default::default() };
    assert_eq!(
        company.champions_as("w1").appoint_champion(denied).await.unwrap_err().code(),
        Code::PermissionDenied
    );
}
