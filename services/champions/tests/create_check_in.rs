//! `CreateCheckIn`.

use proto::champions::v1::{
    CheckIn, CheckInKind, CreateCheckInRequest, ListVisitsRequest, VisitMade, VisitState,
};

use crate::support::{company, fields, name, parent, reason};

#[tokio::test]
async fn two_taps_are_enough_and_the_same_request_is_one_check_in() {
    let company = company().await;
    company.with_champion().await;
    let check_in =
        CheckIn { team: name("teams", "west"), kind: CheckInKind::Talk.into(), ..Default::default() };
    let request = CreateCheckInRequest { parent: parent(), check_in: Some(check_in), request_id: "r".into() };
    let made = company.check_ins("w2").create_check_in(request.clone()).await.unwrap().into_inner();
    assert_eq!((made.kind(), made.team_display_name.as_str()), (CheckInKind::Talk, "WEST"));
    assert_eq!(company.check_ins("w2").create_check_in(request).await.unwrap().into_inner(), made);
}

#[tokio::test]
async fn a_team_that_is_not_ones_own_is_refused() {
    let company = company().await;
    company.with_champion().await;
    let other = company.check_in("w2", "east", CheckInKind::Visit, "").await.unwrap_err();
    assert_eq!(reason(&other), "TEAM_NOT_COVERED");
    let above = company.check_in("w2", "sales", CheckInKind::Visit, "").await.unwrap_err();
    assert_eq!(reason(&above), "TEAM_NOT_COVERED");
    let nowhere = company.check_in("w2", "nowhere", CheckInKind::Visit, "").await.unwrap_err();
    assert_eq!(reason(&nowhere), "TEAM_NOT_COVERED", "what is not there looks the same");
    let nobody = company.check_in("w3", "west", CheckInKind::Visit, "").await.unwrap_err();
    assert_eq!(reason(&nobody), "NOT_A_CHAMPION");
}

#[tokio::test]
async fn every_broken_rule_is_said_at_once() {
    let company = company().await;
    company.with_champion().await;
    let bad = CheckIn {
        team: "west".into(),
        kind: 9,
        note: "x".repeat(1_001),
        follow_up_day: "2026-03-02".into(),
        visit: "v".into(),
        ..Default::default()
    };
    let request = CreateCheckInRequest { parent: parent(), check_in: Some(bad), request_id: String::new() };
    let error = company.check_ins("w2").create_check_in(request).await.unwrap_err();
    let expected =
        ["check_in.team", "check_in.kind", "check_in.note", "check_in.follow_up_day", "check_in.visit"];
    assert_eq!(fields(&error), expected);
    let far = company.check_in("w2", "west", CheckInKind::Visit, "2027-01-01").await.unwrap_err();
    assert_eq!(fields(&far), ["check_in.follow_up_day"]);
}

#[tokio::test]
async fn a_check_in_makes_the_visit_that_it_names_once_and_for_its_team() {
    let company = company().await;
    company.with_champion().await;
    let visit = crate::request_visit::ask(&company, "west", "i1").await.unwrap();
    let check_in = |team: &str| CheckIn {
        team: name("teams", team),
        kind: CheckInKind::Visit.into(),
        visit: visit.name.clone(),
        ..Default::default()
    };
    let make = |team: &str| CreateCheckInRequest {
        parent: parent(),
        check_in: Some(check_in(team)),
        request_id: String::new(),
    };
    company.check_ins("w2").create_check_in(make("west")).await.unwrap();
    let list = ListVisitsRequest { parent: parent(), state: VisitState::Made.into(), ..Default::default() };
    let mut client =
        proto::champions::v1::visit_service_client::VisitServiceClient::new(company.person("w2"));
    assert_eq!(client.list_visits(list).await.unwrap().into_inner().visits.len(), 1);
    let twice = company.check_ins("w2").create_check_in(make("west")).await.unwrap_err();
    assert_eq!(reason(&twice), "VISIT_MADE");
    let told = company.told::<VisitMade>().await;
    assert_eq!(told.len(), 1, "whoever asked is told once");
    assert_eq!((&told[0].visit, &told[0].source), (&visit.name, &name("interventions", "i1")));
    let absent = CheckIn { visit: name("visits", "none"), ..check_in("west") };
    let absent = CreateCheckInRequest { check_in: Some(absent), ..make("west") };
    assert_eq!(
        fields(&company.check_ins("w2").create_check_in(absent).await.unwrap_err()),
        ["check_in.visit"]
    );
}

#[tokio::test]
async fn a_hundred_a_day_are_enough() {
    let company = company().await;
    company.with_champion().await;
    for _ in 0..100 {
        company.check_in("w2", "west", CheckInKind::Talk, "").await.unwrap();
    }
    let more = company.check_in("w2", "west", CheckInKind::Talk, "").await.unwrap_err();
    assert_eq!(reason(&more), "TOO_MANY_CHECK_INS");
}
