//! Usage from files.

use std::fmt::Write as _;

use proto::{
    access::v1::Role,
    imports::v1::{
        ApplyImportRequest, CreateImportRequest, GetImportRequest, Import, ImportMapping, ImportState,
        PreviewImportRequest, UploadImportPartRequest,
    },
    telemetry::v1::*,
};

use crate::support::*;

async fn upload(bench: &Bench, content: &str) -> Import {
    let mut client = bench.imports();
    let request =
        CreateImportRequest { parent: organization(), file_name: "usage.csv".into(), ..Default::default() };
    let name = client.create_import(request).await.unwrap().into_inner().name;
    let (first, rest) = content.as_bytes().split_at(content.len() / 2);
    for (offset, data, last) in [(0, first, false), (0, first, false), (first.len(), rest, true)] {
        let offset = i64::try_from(offset).unwrap();
        let request = UploadImportPartRequest { name: name.clone(), offset, data: data.to_vec(), last };
        client.upload_import_part(request).await.unwrap();
    }
    client.get_import(GetImportRequest { name }).await.unwrap().into_inner()
}

async fn preview(bench: &Bench, import: &Import, mapping: Option<ImportMapping>) -> Import {
    let mut client = bench.imports();
    client.preview_import(PreviewImportRequest { name: import.name.clone(), mapping }).await.unwrap();
    bench.harness.settle().await;
    client.get_import(GetImportRequest { name: import.name.clone() }).await.unwrap().into_inner()
}

async fn apply(bench: &Bench, import: &Import) -> Import {
    let mut client = bench.imports();
    client.apply_import(ApplyImportRequest { name: import.name.clone(), skip_invalid: true }).await.unwrap();
    bench.harness.settle().await;
    client.get_import(GetImportRequest { name: import.name.clone() }).await.unwrap().into_inner()
}

fn with_application(import: &Import, application: &str) -> ImportMapping {
    let mut mapping = import.mapping.clone().unwrap_or_default();
    mapping.constants.insert("application".into(), application.into());
    mapping
}

fn count(import: &Import, kind: &str) -> (i64, i64, i64) {
    let counts = &import.summary.as_ref().unwrap().counts;
    counts.iter().find(|c| c.kind == kind).map_or((0, 0, 0), |c| (c.created, c.updated, c.unchanged))
}

fn notice(import: &Import, code: &str) -> i64 {
    let notices = &import.summary.as_ref().unwrap().notices;
    notices.iter().find(|n| n.code == code).map_or(0, |n| n.count)
}

/// Three months of 2017 in which E0 to E3 work with it on weekdays, newest first, in the writers' zones.
fn history() -> String {
    let mut file = String::from("Event Id,When,Personnel No.,Object,Action\n");
    let first: jiff::civil::Date = "2017-01-02".parse().unwrap();
    for back in (0..90_i32).rev() {
        let day = first.checked_add(jiff::Span::new().days(back)).unwrap();
        if day.weekday().to_monday_zero_offset() < 5 {
            for person in 0..4 {
                // 23:30 in Los Angeles is 07:30 of the next day in UTC, so these belong to the day after.
                let before = day.yesterday().unwrap();
                writeln!(file, "{day}-{person},{before}T23:30:00-08:00,E{person},deals and more,changed")
                    .unwrap();
            }
        }
    }
    file.push_str("stray,2015-06-01T08:00:00+02:00,E9,deals and more,changed\n");
    file.push_str("ghost,2017-01-03T08:00:00+02:00,nobody,deals and more,changed\n");
    file.push_str("bad,yesterday,E9,deals and more,changed\n");
    file
}

#[tokio::test]
async fn history_becomes_counts_and_published_weeks() {
    let bench = Bench::new().await;
    let crm = bench.application("CRM").await;
    bench.core_task(&crm, "", "").await;
    let import = upload(&bench, &history()).await;
    assert_eq!(import.state(), ImportState::Ready);
    let guessed = &import.mapping.as_ref().unwrap().columns;
    assert_eq!((guessed["time"].as_str(), guessed["feature"].as_str()), ("When", "Object"));
    assert_eq!(
        (guessed["external_id"].as_str(), guessed["event_id"].as_str()),
        ("Personnel No.", "Event Id")
    );

    let checked = preview(&bench, &import, Some(with_application(&import, &crm))).await;
    assert_eq!(checked.state(), ImportState::Checked);
    assert_eq!(checked.summary.as_ref().unwrap().bad_rows, 1);
    assert_eq!((checked.errors[0].field.as_str(), checked.errors[0].rule.as_str()), ("time", "NOT_A_TIME"));
    assert_eq!((count(&checked, "features"), notice(&checked, "UNKNOWN_PERSON")), ((1, 0, 0), 1));
    assert!(bench.told().is_empty(), "a dry run changes nothing");
    assert_eq!(count(&checked, "events"), (0, 0, 0), "of what is so old, no event is kept");
    assert!(count(&checked, "team_days").0 > 0 && count(&checked, "team_weeks").0 > 0);

    let done = apply(&bench, &checked).await;
    assert_eq!(done.state(), ImportState::Done);
    assert_eq!(done.summary, checked.summary, "what the dry run said");
    assert_eq!(bench.cell("2017-02-01", "a"), Some((8, 4, 1)));
    assert_eq!(bench.cell("2017-02-04", "a"), None, "a Saturday");
    assert_eq!(bench.cell("2015-06-01", "b"), Some((8, 1, 1)));
    let days = bench.told().len();

    let request = GetTeamUsageRequest {
        team: name("teams", "a"),
        application: crm.clone(),
        end_day: "2017-03-01".into(),
        ..Default::default()
    };
    let usage = bench.reports(Role::Hr).get_team_usage(request).await.unwrap().into_inner();
    let last = usage.weeks.last().unwrap();
    assert_eq!((last.end_day.as_str(), last.state()), ("2017-02-26", FigureState::Published));
    assert_eq!(last.active_rate.as_ref().unwrap().value, Some(0.5));
    let evidence = GetTeamEvidenceRequest {
        team: name("teams", "a"),
        application: crm.clone(),
        day: "2017-03-01".into(),
    };
    let found = bench.service().get_team_evidence(evidence).await.unwrap().into_inner();
    assert_eq!(found.ever_used_share, Some(0.5));

    // Nothing of the old acts is held of anybody.
    let mut mine = report_service_client::ReportServiceClient::new(bench.harness.as_person("p0", &[]));
    assert_eq!(mine.get_my_usage(GetMyUsageRequest {}).await.unwrap().into_inner(), MyUsage::default());

    // The same file again: the mapping is known, and nothing changes.
    let again = upload(&bench, &history()).await;
    assert_eq!(again.mapping.as_ref().unwrap().constants["application"], crm);
    let again = preview(&bench, &again, None).await;
    nothing_changes(&again);
    let done = apply(&bench, &again).await;
    assert_eq!((done.state(), bench.told().len()), (ImportState::Done, days));
    nothing_changes(&done);

    // Some rows more in the next file: only what they change is told.
    let more = format!("{}more,2017-02-01T08:00:00+02:00,E5,deals and more,changed\n", history());
    let next = upload(&bench, &more).await;
    let next = preview(&bench, &next, None).await;
    assert_eq!(count(&next, "team_days").1, 1, "E5's team on that day");
    assert_eq!(count(&next, "team_days").0, 0);
    assert!(count(&next, "team_weeks").1 > 0);
    let done = apply(&bench, &next).await;
    assert_eq!((done.summary, bench.told().len()), (next.summary, days));
    assert_eq!(bench.cell("2017-02-01", "a").map(|c| c.1), Some(5));
}

/// Everything that the file says is there already.
fn nothing_changes(import: &Import) {
    let summary = import.summary.as_ref().unwrap();
    for kind in ["team_days", "team_weeks"] {
        assert!(count(import, kind).2 > 0, "{kind}");
    }
    for count in &summary.counts {
        assert_eq!((count.created, count.updated), (0, 0), "{}", count.kind);
    }
}

#[tokio::test]
async fn a_hundred_thousand_bad_rows_are_counted_and_few_are_listed() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let mut file = String::from("When,Who,Object\n");
    for row in 0..100_000 {
        let long = if row < 200 { "x".repeat(300) } else { String::new() };
        writeln!(file, "soon,,{long}").unwrap();
    }
    file.push_str("2026-03-01,E0,deals\n");
    let import = upload(&bench, &file).await;
    let mut mapping = with_application(&import, &crm);
    mapping.columns.insert("external_id".into(), "Who".into());
    let checked = preview(&bench, &import, Some(mapping)).await;
    assert_eq!(checked.summary.as_ref().unwrap().bad_rows, 100_000);
    assert_eq!((checked.errors.len(), checked.errors[0].line, checked.rows_total), (100, 2, 100_001));
    assert!(checked.errors.iter().all(|e| e.value.chars().count() <= 101), "values are cut");
    assert_eq!(count(&apply(&bench, &checked).await, "events"), (1, 0, 0), "the good row is not lost");
}

#[tokio::test]
async fn recent_acts_become_events_and_join_those_that_came_by_themselves() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    bench.record(&crm, vec![event("known", "2026-03-02T08:00:00Z", "E0", "deals")]).await;
    let file = "Event Id;When;Personnel No.;Object\r\nknown;2026-03-02 08:00;E0;deals\r\n\
                n1;2026-02-26 08:00;E1;deals\r\nn2;2026-01-20 08:00;E2;deals\r\nn1;2026-02-26 08:00;E1;deals\r\n";
    let import = upload(&bench, file).await;
    let checked = preview(&bench, &import, Some(with_application(&import, &crm))).await;
    assert_eq!((count(&checked, "events"), notice(&checked, "DUPLICATE_EVENT")), ((1, 0, 1), 1));
    assert_eq!((count(&checked, "team_days").0 > 0, notice(&checked, "HISTORY")), (true, 1));
    apply(&bench, &checked).await;
    bench.set("2026-03-03T01:00:00Z");
    bench.harness.settle().await;
    assert_eq!(bench.cell("2026-02-26", "a"), Some((8, 1, 1)));
    assert_eq!(bench.cell("2026-01-20", "a"), Some((8, 1, 1)), "older than raw events are kept");
    let mut third = report_service_client::ReportServiceClient::new(bench.harness.as_person("p2", &[]));
    let held = third.get_my_usage(GetMyUsageRequest {}).await.unwrap().into_inner();
    assert_eq!(held.applications[0].event_count, 0);
    assert_eq!(held.applications[0].active_days, ["2026-01-20"], "young enough for a mark");
}

#[tokio::test]
async fn a_file_of_data_quality_is_told_by_its_columns() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let file = "\u{feff}Day,Team,Feature,complete,incomplete\n2026-03-01,A,deals,۹۰,10\n2025-06-02,B,deals,50,50\n2026-03-01,Z,deals,1,1\n";
    let import = upload(&bench, file).await;
    let checked = preview(&bench, &import, Some(with_application(&import, &crm))).await;
    assert_eq!(checked.errors[0].field, "team");
    let done = apply(&bench, &checked).await;
    assert_eq!(done.state(), ImportState::Done);
    assert_eq!((count(&done, "reports"), count(&done, "quality_days")), ((1, 0, 0), (1, 0, 0)));
    assert_eq!(count(&checked, "quality_days"), (1, 0, 0), "as the dry run said");
    let again = upload(&bench, file).await;
    let again = preview(&bench, &again, None).await;
    assert_eq!((count(&again, "reports"), count(&again, "quality_days")), ((0, 0, 1), (0, 0, 1)));
    let fuller = upload(&bench, &file.replace("2025-06-02,B,deals,50,50", "2025-06-02,B,deals,60,50")).await;
    let fuller = preview(&bench, &fuller, None).await;
    assert_eq!(count(&fuller, "quality_days"), (0, 1, 0));
    bench.live(&crm, "2026-03-14", |_| vec![0]).await;
    let request = GetTeamUsageRequest { team: name("teams", "a"), application: crm, ..Default::default() };
    let week =
        bench.reports(Role::Hr).get_team_usage(request).await.unwrap().into_inner().weeks.pop().unwrap();
    assert_eq!((week.record_count, week.data_errors.unwrap().value), (100, Some(0.1)));
}

#[tokio::test]
async fn a_mapping_that_does_not_fit_and_a_file_that_cannot_be_read_are_refused() {
    let bench = Bench::new().await;
    let import = upload(&bench, "When,Object\n2026-03-01,x\n").await;
    let mapping = with_application(&import, "organizations/acme/applications/none");
    let request = PreviewImportRequest { name: import.name.clone(), mapping: Some(mapping) };
    let status = bench.imports().preview_import(request).await.unwrap_err();
    let fields: Vec<_> = violations(&status).into_iter().map(|v| v.0).collect();
    assert_eq!(fields, ["mapping.constants[application]", "mapping.columns[external_id]"]);
    let early = ApplyImportRequest { name: import.name, skip_invalid: false };
    assert_eq!(reason(&bench.imports().apply_import(early).await.unwrap_err()), "NOT_CHECKED");
    let utf16 = upload(&bench, "\u{0}a\u{0}b\u{0}c").await;
    assert_eq!(utf16.state(), ImportState::Failed);
}
