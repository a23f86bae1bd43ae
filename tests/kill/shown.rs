//! What people are shown of an evaluation.

use std::{collections::HashMap, time::Duration};

use lab::{
    calls::{self, Signed},
    home::PARENT,
};
use proto::{
    adoption::v1::{
        FlagState, GetTeamAdoptionRequest, ListFlagsRequest, ListTeamStatusesRequest,
        flag_service_client::FlagServiceClient, team_adoption_service_client::TeamAdoptionServiceClient,
    },
    telemetry::v1::{GetActivityRequest, report_service_client::ReportServiceClient},
};

use super::assert_same;

/// Everything that people are shown of the use, without ids and times of runs.
pub(super) async fn shown(way: &Signed, application: &str) -> Vec<String> {
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
pub(super) async fn assert_shown(way: &Signed, application: &str, expected: &[String]) {
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
