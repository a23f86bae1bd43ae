//! `RecordDataQuality`.

use proto::{access::v1::Role, telemetry::v1::*};

use crate::support::*;

fn report(
    id: &str,
    day: &str,
    whose: data_quality_report::Whose,
    complete: i64,
    incomplete: i64,
) -> DataQualityReport {
    DataQualityReport {
        report_id: id.into(),
        day: day.into(),
        feature: "deals".into(),
        whose: Some(whose),
        complete,
        incomplete,
        ..Default::default()
    }
}

fn of_person(id: &str) -> data_quality_report::Whose {
    data_quality_report::Whose::ExternalId(id.into())
}

#[tokio::test]
async fn records_are_kept_of_teams_and_reach_the_week() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let reports = vec![
        report("1", "2026-03-02", of_person("E0"), 60, 20),
        report("2", "2026-03-02", data_quality_report::Whose::Team(name("teams", "a")), 15, 5),
        report("3", "2026-03-02", of_person("E9"), 100, 0),
        report("4", "2026-02-26", of_person("E9"), 100, 0),
    ];
    let request = RecordDataQualityRequest { application: crm.clone(), reports };
    let mut client = bench.usage(Role::Admin);
    let first = client.record_data_quality(request.clone()).await.unwrap().into_inner().summary.unwrap();
    assert_eq!((first.recorded, first.too_late), (3, 1));
    let again = client.record_data_quality(request).await.unwrap().into_inner().summary.unwrap();
    assert_eq!((again.recorded, again.duplicate), (0, 3));

    bench.live(&crm, "2026-03-14", |_| vec![0, 8]).await;
    let ask = |team: &str| GetTeamUsageRequest {
        team: name("teams", team),
        application: crm.clone(),
        ..Default::default()
    };
    let mut hr = bench.reports(Role::Hr);
    let week = hr.get_team_usage(ask("a")).await.unwrap().into_inner().weeks.pop().unwrap();
    assert_eq!((week.end_day.as_str(), week.record_count), ("2026-03-08", 100));
    assert_eq!(week.data_errors.unwrap().value, Some(0.25));
    let week = hr.get_team_usage(ask("all")).await.unwrap().into_inner().weeks.pop().unwrap();
    assert_eq!((week.record_count, week.data_errors.unwrap().value), (200, Some(0.15)), "an eighth, rounded");
    let evidence =
        GetTeamEvidenceRequest { team: name("teams", "b"), application: crm, day: "2026-03-14".into() };
    let found = bench.service().get_team_evidence(evidence).await.unwrap().into_inner();
    assert_eq!(found.data_error_ratio, Some(0.0));
}

#[tokio::test]
async fn bad_reports_are_refused_with_their_rules() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let reports = vec![
        report("1", "2026-03-04", of_person("E0"), 1, 1),
        report("2", "today", of_person("E0"), -1, 1),
        report("", "2026-03-02", data_quality_report::Whose::Team(name("teams", "z")), 1, 1),
    ];
    let request = RecordDataQualityRequest { application: crm, reports };
    let status = bench.usage(Role::Admin).record_data_quality(request).await.unwrap_err();
    let found: Vec<_> = violations(&status).into_iter().map(|(f, r)| format!("{f} {r}")).collect();
    assert_eq!(
        found,
        [
            "reports[0].day IN_FUTURE",
            "reports[1].complete OUT_OF_RANGE",
            "reports[1].day NOT_A_DATE",
            "reports[2].team NOT_FOUND",
            "reports[2].report_id REQUIRED"
        ]
    );
}
