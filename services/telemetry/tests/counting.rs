//! From events to the counts that adoption hears of.

use proto::telemetry::v1::*;

use crate::support::*;

#[tokio::test]
async fn a_day_is_counted_when_it_is_over_and_late_events_restate_it() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    bench.record(&crm, vec![event("1", "2026-03-02T08:00:00Z", "E0", "deals")]).await;
    bench.harness.settle().await;
    assert_eq!(bench.cell("2026-03-02", "a"), None, "the day is not over");

    bench.set("2026-03-03T00:00:00Z");
    bench.harness.settle().await;
    assert_eq!(bench.cell("2026-03-02", "a"), Some((8, 1, 1)));
    assert_eq!(bench.cell("2026-03-02", "b"), Some((8, 0, 1)));
    assert_eq!(bench.cell("2026-03-02", "c"), Some((3, 0, 1)));

    bench.set("2026-03-05T07:00:00Z");
    bench
        .record(
            &crm,
            vec![
                event("2", "2026-03-02T23:59:59Z", "E1", "deals"),
                event("3", "2026-03-02T10:00:00Z", "E0", "deals"),
                event("4", "2026-03-02T10:00:00Z", "E8", "reports"),
            ],
        )
        .await;
    bench.harness.settle().await;
    assert_eq!(bench.cell("2026-03-02", "a"), Some((8, 2, 2)), "one more person, and a new revision");
    assert_eq!(bench.cell("2026-03-02", "b"), Some((8, 0, 1)), "another feature is no core task");
    let told = bench.told().len();
    bench.harness.settle().await;
    assert_eq!(bench.told().len(), told);
}

#[tokio::test]
async fn weekends_have_no_cells_and_days_are_the_sites_own() {
    let bench = Bench::new().await;
    bench.site("Asia/Tehran").await;
    let crm = bench.crm().await;
    // 20:30 UTC is midnight in Tehran.
    bench.set("2026-03-02T20:30:00Z");
    bench
        .record(
            &crm,
            vec![
                event("1", "2026-03-02T20:29:59Z", "E0", "deals"),
                event("2", "2026-03-02T20:30:00Z", "E1", "deals"),
            ],
        )
        .await;
    bench.set("2026-03-09T09:00:00Z");
    bench.harness.settle().await;
    assert_eq!(bench.cell("2026-03-02", "a"), Some((8, 1, 1)));
    assert_eq!(bench.cell("2026-03-03", "a"), Some((8, 1, 1)));
    assert_eq!(bench.cell("2026-03-07", "a"), None, "a Saturday");
}

#[tokio::test]
async fn unknown_people_and_features_count_once_they_are_there() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let reports = bench.record(
        &crm,
        vec![
            event("1", "2026-03-02T08:00:00Z", "E99", "deals"),
            event("2", "2026-03-02T08:00:00Z", "E3", "forecasts"),
        ],
    );
    let summary = reports.await;
    assert_eq!((summary.unknown_people, summary.unknown_features), (1, 1));
    bench.set("2026-03-04T00:00:00Z");
    bench.harness.settle().await;
    assert_eq!(bench.cell("2026-03-02", "a"), Some((8, 0, 1)));

    bench.person(99, "a", "seller").await;
    bench.harness.settle().await;
    assert_eq!(bench.cell("2026-03-02", "a"), Some((9, 1, 2)), "the person appeared");
    let feature = bench.feature(&crm, "forecasts").await;
    bench.core_task(&crm, "", &feature).await;
    bench.harness.settle().await;
    assert_eq!(bench.cell("2026-03-02", "a"), Some((9, 2, 3)), "the feature appeared");
}

#[tokio::test]
async fn only_positions_with_core_tasks_are_expected_to_use_it() {
    let bench = Bench::new().await;
    let crm = bench.application("CRM").await;
    let deals = bench.feature(&crm, "deals").await;
    bench.record(&crm, vec![event("1", "2026-03-02T08:00:00Z", "E0", "deals")]).await;
    bench.set("2026-03-03T01:00:00Z");
    bench.harness.settle().await;
    assert!(bench.told().is_empty(), "nobody is expected to use it yet");
    bench.core_task(&crm, "seller", &deals).await;
    bench.harness.settle().await;
    assert_eq!(bench.cell("2026-03-02", "a"), Some((8, 1, 1)));
    assert_eq!(bench.cell("2026-03-02", "c"), None);
}

#[tokio::test]
async fn a_service_that_missed_events_can_ask() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    bench.live(&crm, "2026-03-06", |_| vec![0, 1, 8]).await;
    let mut request = ListTeamDaysRequest {
        parent: crm,
        start_day: "2026-03-03".into(),
        end_day: "2026-03-05".into(),
        page_size: 4,
        ..Default::default()
    };
    let mut all = Vec::new();
    loop {
        let page = bench.service().list_team_days(request.clone()).await.unwrap().into_inner();
        all.extend(page.team_days);
        if page.next_page_token.is_empty() {
            break;
        }
        request.page_token = page.next_page_token;
    }
    assert_eq!(all.len(), 9, "three days of three cells");
    assert!(all.windows(2).all(|w| w[0].day <= w[1].day));
    let a = all.iter().find(|d| d.day == "2026-03-04" && d.team.ends_with("/a")).unwrap();
    assert_eq!(
        (a.eligible, a.active, a.new_members, a.site.as_str()),
        (8, 2, 0, name("sites", "here").as_str())
    );
}
