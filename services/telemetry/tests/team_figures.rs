//! `GetTeamFigures`

use proto::{
    access::v1::Role,
    telemetry::v1::{
        GetTeamFiguresRequest, TeamFigures, team_figure_service_client::TeamFigureServiceClient as Client,
    },
};
use tonic::Code;

use crate::support::{Bench, name, reason, violations};

fn request(application: &str, team: &str, days: (&str, &str)) -> GetTeamFiguresRequest {
    GetTeamFiguresRequest {
        application: application.into(),
        teams: vec![name("teams", team)],
        roster_start_day: "2026-02-01".into(),
        roster_end_day: "2026-03-01".into(),
        start_day: days.0.into(),
        end_day: days.1.into(),
    }
}

/// Two weeks: all of a every day, half of b.
async fn lived() -> (Bench, String) {
    let bench = Bench::new().await;
    // Four more teams of sellers, so that there is somebody to be compared with.
    for (i, team) in ["d", "e", "f", "g"].iter().enumerate() {
        for n in 0..2 {
            bench.person(100 + i * 2 + n, team, "seller").await;
        }
    }
    let crm = bench.crm().await;
    bench
        .live(&crm, "2026-03-15", |_| (0..8).chain((8..16).step_by(2)).chain((100..108).step_by(2)).collect())
        .await;
    (bench, crm)
}

#[tokio::test]
async fn sums_stand_beside_what_comparable_people_did() {
    let (bench, crm) = lived().await;
    let mut client = Client::new(bench.harness.as_service("incentives"));
    let days = ("2026-03-02", "2026-03-15");
    let a = client.get_team_figures(request(&crm, "a", days)).await.unwrap().into_inner();
    let used = a.r#use.unwrap();
    assert_eq!((a.people, used.happened, used.possible, used.days), (Some(8), 80.0, 80.0, 10));
    assert!((used.expected.unwrap() - 40.0).abs() < 1.0, "half of the others: {used:?}");
    assert_eq!((a.person_weeks_active, a.person_weeks), (16, 16));
    let breadth = a.breadth.unwrap();
    assert_eq!((breadth.happened, breadth.possible), (16.0, 16.0), "one feature, two weeks");

    let c = client.get_team_figures(request(&crm, "c", days)).await.unwrap().into_inner();
    assert_eq!(c, TeamFigures::default(), "nothing about three people");
}

#[tokio::test]
async fn days_that_are_not_over_or_not_kept_are_refused() {
    let (bench, crm) = lived().await;
    let mut client = Client::new(bench.harness.as_service("incentives"));
    for days in [("2026-03-10", "2026-03-20"), ("2026-01-05", "2026-01-20")] {
        let error = client.get_team_figures(request(&crm, "a", days)).await.unwrap_err();
        assert_eq!((error.code(), reason(&error).as_str()), (Code::FailedPrecondition, "DAYS_NOT_COUNTED"));
    }
}

#[tokio::test]
async fn only_services_ask_and_bad_requests_are_refused() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let ask = request(&crm, "a", ("2026-03-02", "2026-03-08"));
    let error = Client::new(bench.harness.as_role(Role::Hr)).get_team_figures(ask).await.unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied);
    let mut client = Client::new(bench.harness.as_service("incentives"));
    let bad = GetTeamFiguresRequest { application: crm.clone(), ..Default::default() };
    let fields: Vec<_> =
        violations(&client.get_team_figures(bad).await.unwrap_err()).into_iter().map(|v| v.0).collect();
    assert_eq!(fields, ["teams", "roster_start_day", "roster_end_day", "start_day", "end_day"]);
    let long = request(&crm, "a", ("2026-02-01", "2026-03-01"));
    let found = violations(&client.get_team_figures(long).await.unwrap_err());
    assert_eq!(found, [("end_day".to_owned(), "TOO_MANY".to_owned())]);
}
