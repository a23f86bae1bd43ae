//! Kills during the import of usage, its counting, and the evaluation that follows.

use std::{collections::HashMap, time::Duration};

use jiff::{ToSpan, tz::TimeZone};
use kit::clock::{Clock, SystemClock};
use lab::{
    Home, Server, World,
    calls::{self, Signed, mapping},
    home::PARENT,
    world::{PEOPLE_MAPPING, USAGE_MAPPING, map_words},
};
use proto::{
    adoption::v1::{
        FlagState, GetTeamAdoptionRequest, ListFlagsRequest, ListTeamStatusesRequest,
        flag_service_client::FlagServiceClient, team_adoption_service_client::TeamAdoptionServiceClient,
    },
    imports::v1::{Import, ImportMapping},
    telemetry::v1::{
        GetActivityRequest, report_service_client::ReportServiceClient,
        usage_import_service_client::UsageImportServiceClient,
    },
};
use tonic::Status;

use super::{Journey, Starts, as_administrator, assert_same, dice, kills, steps, tables};
use crate::BINARY;

steps!(UsageImportServiceClient<Signed>);

/// Days of history.
const DAYS: i64 = 84;

/// Everything that people are shown of the use, without ids and times of runs.
async fn shown(way: &Signed, application: &str) -> Vec<String> {
    let mut adoption = TeamAdoptionServiceClient::new(way.clone());
    let request = ListTeamStatusesRequest {
        parent: PARENT.into(),
        application: application.to_owned(),
        page_size: 5000,
        ..ListTeamStatusesRequest::default()
    };
    let statuses = adoption.list_team_statuses(request).await.expect("statuses").into_inner();
    let mut lines = vec![format!("evaluated {}", statuses.evaluated_day)];
    let mut names = HashMap::new();
    for status in statuses.statuses {
        let request = GetTeamAdoptionRequest {
            team: status.team.clone(),
            application: application.to_owned(),
            weeks: 26,
        };
        let page = adoption.get_team_adoption(request).await.expect("a team's page").into_inner();
        let sentence = page.sentence.unwrap_or_default().en;
        let name = status.team_display_name.clone();
        lines.push(format!(
            "{name}: {:?} {:?} {:?} {:?} {:?} {sentence}",
            status.state(),
            status.not_judged_reason(),
            status.index,
            status.rate,
            status.expected_rate
        ));
        lines.extend(page.weeks.iter().map(|w| {
            format!(
                "{name} week {}: {:?} {:?} {:?} {}",
                w.start_day, w.rate, w.expected_rate, w.index, w.void_days
            )
        }));
        names.insert(status.team, name);
    }
    let request = ListFlagsRequest {
        parent: PARENT.into(),
        page_size: 500,
        states: vec![FlagState::Flagged.into(), FlagState::Snoozed.into(), FlagState::Cleared.into()],
        ..ListFlagsRequest::default()
    };
    let flags =
        FlagServiceClient::new(way.clone()).list_flags(request).await.expect("flags").into_inner().flags;
    lines.extend(flags.iter().map(|f| {
        let name = names.get(&f.team);
        format!("flag {name:?} {:?} {:?} {} {}", f.finding(), f.state(), f.raised_day, f.cleared_day)
    }));
    let request =
        GetActivityRequest { application: application.to_owned(), end_day: String::new(), day_count: 84 };
    let activity =
        ReportServiceClient::new(way.clone()).get_activity(request).await.expect("activity").into_inner();
    lines.extend(activity.days.iter().map(|d| format!("active {}: {}", d.day, d.active)));
    // Flags of one moment come in the order of their ids, which differ from run to run.
    lines.sort();
    lines
}

/// Waits until the same is shown as after the undisturbed run.
async fn assert_shown(way: &Signed, application: &str, expected: &[String]) {
    let deadline = tokio::time::Instant::now() + calls::PATIENCE;
    loop {
        let lines = shown(way, application).await;
        if lines == expected {
            return;
        }
        if tokio::time::Instant::now() > deadline {
            assert_same("what is shown", lines, expected.to_vec());
            return;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_usage_import_goes_on_by_itself_and_is_evaluated_as_if_nothing_had_happened() {
    let world = World::default();
    let yesterday = SystemClock.now().to_zoned(TimeZone::UTC).date().yesterday().expect("a day");
    let file = world.usage_csv(yesterday - DAYS.days(), yesterday);

    let base = Home::set_up(BINARY);
    // Counting comes soon after a restart, so that kills meet it too.
    base.write("hamgam.toml", "[telemetry]\ncount_seconds = 1\n");
    let people = base.write("people.csv", world.people_csv());
    let mut words = vec!["import".to_owned(), "directory".into(), people.display().to_string()];
    words.extend(map_words(PEOPLE_MAPPING));
    base.run(&words).good();
    let server = Server::start(&base);
    let (application, _) = calls::enter_application(&calls::administrator(server.address).await, "CRM").await;
    assert!(server.stop(), "the server ends well when told to");

    let undisturbed = base.copied();
    let csv = undisturbed.write("usage.csv", &file);
    let mut words = vec!["import".to_owned(), "usage".into(), csv.display().to_string()];
    words.extend(map_words(USAGE_MAPPING));
    words.extend(["--set".to_owned(), format!("application={application}")]);
    undisturbed.run(&words).good();
    let server = Server::start(&undisturbed);
    let expected = shown(&calls::administrator(server.address).await, &application).await;
    drop(server);
    let flags = expected.iter().filter(|l| l.starts_with("flag")).count();
    assert!(flags > 0, "a world without a flag shows nothing: {expected:#?}");

    let (mut starts, mut moments, mut imports) = (Starts::default(), dice(200), 0);
    let wanted = kills(30);
    let constants = [("application", application.as_str())];
    while starts.kills < wanted {
        let home = base.copied();
        let mut journey = Journey::new("usage.csv", file.as_bytes(), mapping(USAGE_MAPPING, &constants));
        imports += 1;
        // Some more kills when the file is in: they meet the counting and the evaluation.
        let mut after = 10;
        while after > 0 && starts.kills < wanted {
            after -= usize::from(journey.is_done());
            let server = Server::start(&home);
            let token = calls::sign_in(server.address).await;
            let way = as_administrator(&server, &token).await;
            let mut client = UsageImportServiceClient::new(way);
            let _ = starts
                .kill_during(server, &mut moments, Duration::from_millis(1500), journey.go_on(&mut client))
                .await;
        }
        let server = Server::start(&home);
        starts.note(&server);
        let way = calls::administrator(server.address).await;
        journey.go_on(&mut UsageImportServiceClient::new(way.clone())).await.expect("nobody kills this one");
        assert_shown(&way, &application, &expected).await;
        tables::until_delivered(home.path()).await;
        assert!(server.stop(), "the server ends well when told to");
        tables::assert_whole(home.path()).await;
    }
    println!(
        "usage import and evaluation: 0 of {} facts lost or changed in {imports} imports, {flags} flags each, {} kills, \
         slowest start {:?}",
        expected.len() * imports,
        starts.kills,
        starts.slowest
    );
}
