//! `GetTeamUsage`, `ListTeamUsage`, `GetActivity` and `GetTeamEvidence`.

use kit::client::Outgoing;
use proto::{access::v1::Role, telemetry::v1::*};
use report_service_client::ReportServiceClient;
use tonic::Code;

use crate::support::*;

async fn usage_of(
    client: &mut ReportServiceClient<Outgoing>,
    crm: &str,
    team: &str,
) -> Result<TeamUsage, tonic::Status> {
    let request =
        GetTeamUsageRequest { team: name("teams", team), application: crm.into(), ..Default::default() };
    client.get_team_usage(request).await.map(tonic::Response::into_inner)
}

/// Five weeks in which half of `a` works with it every day, and one of `b`.
async fn five_weeks() -> (Bench, String) {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    bench.live(&crm, "2026-04-10", |_| vec![0, 1, 2, 3, 8]).await;
    (bench, crm)
}

#[tokio::test]
async fn weeks_are_published_rounded_and_small_teams_are_not() {
    let (bench, crm) = five_weeks().await;
    let mut hr = bench.reports(Role::Hr);
    let a = usage_of(&mut hr, &crm, "a").await.unwrap();
    let last = a.weeks.last().unwrap();
    assert_eq!((last.end_day.as_str(), last.state()), ("2026-04-05", FigureState::Published));
    assert_eq!(last.people, 8);
    let value = |m: &Option<Measure>| m.as_ref().and_then(|m| m.value);
    assert_eq!(value(&last.active_rate), Some(0.5));
    assert_eq!(value(&last.ever_used), Some(0.5));
    assert_eq!(value(&last.frequency), Some(5.0));
    assert_eq!(value(&last.breadth), Some(1.0));
    assert_eq!(value(&last.stickiness), Some(1.0));
    assert_eq!(value(&last.data_errors), None);
    assert_eq!(last.peer_count, 0, "there are no five teams to compare with");
    let regular = last.habit.iter().find(|h| h.step() == HabitStep::Regular).unwrap();
    assert!((regular.share - 0.5).abs() < 1e-9);

    let c = usage_of(&mut hr, &crm, "c").await.unwrap();
    assert!(
        c.weeks
            .iter()
            .all(|w| w.state() == FigureState::Suppressed && w.people == 0 && w.active_rate.is_none())
    );
    let all = usage_of(&mut hr, &crm, "all").await.unwrap();
    assert_eq!(all.weeks.last().unwrap().people, 16, "the three of c would be all minus a minus b");
}

#[tokio::test]
async fn a_published_week_never_changes() {
    let (bench, crm) = five_weeks().await;
    let before = usage_of(&mut bench.reports(Role::Hr), &crm, "a").await.unwrap();
    bench.person(0, "b", "seller").await;
    let feature = bench.feature(&crm, "more").await;
    bench.core_task(&crm, "seller", &feature).await;
    bench.harness.settle().await;
    assert_eq!(usage_of(&mut bench.reports(Role::Hr), &crm, "a").await.unwrap(), before);
}

#[tokio::test]
async fn people_see_the_own_team_and_champions_theirs() {
    let (bench, crm) = five_weeks().await;
    let as_person = |person: &str, roles: &[(Role, Option<&str>)]| {
        ReportServiceClient::new(bench.harness.as_person(person, roles))
    };
    let mut member = as_person("p0", &[]);
    usage_of(&mut member, &crm, "a").await.unwrap();
    assert_eq!(usage_of(&mut member, &crm, "b").await.unwrap_err().code(), Code::NotFound);
    assert_eq!(usage_of(&mut member, &crm, "nowhere").await.unwrap_err().code(), Code::NotFound);
    let mut champion = as_person("p0", &[(Role::Champion, Some("b"))]);
    usage_of(&mut champion, &crm, "b").await.unwrap();
    let mut above = as_person("p0", &[(Role::Champion, Some("all"))]);
    usage_of(&mut above, &crm, "c").await.unwrap();

    let list = |mut client: ReportServiceClient<Outgoing>| {
        let request = ListTeamUsageRequest {
            parent: organization(),
            application: crm.clone(),
            page_size: 2,
            ..Default::default()
        };
        async move {
            let mut teams = Vec::new();
            let mut request = request;
            loop {
                let page = client.list_team_usage(request.clone()).await.unwrap().into_inner();
                teams.extend(page.teams.iter().map(|t| t.team.rsplit('/').next().unwrap().to_owned()));
                if page.next_page_token.is_empty() {
                    return teams;
                }
                request.page_token = page.next_page_token;
            }
        }
    };
    assert_eq!(list(as_person("p0", &[])).await, ["a"]);
    assert_eq!(list(as_person("p0", &[(Role::Champion, Some("b"))])).await, ["a", "b"]);
    assert_eq!(list(bench.reports(Role::Sponsor)).await, ["a", "all", "b", "c"]);
}

#[tokio::test]
async fn activity_counts_people_over_days() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    bench.live(&crm, "2026-03-13", |day| if day.day() % 2 == 0 { vec![0, 1] } else { vec![1, 2, 3] }).await;
    let request = GetActivityRequest { application: crm, day_count: 3, ..Default::default() };
    let found = bench.reports(Role::Sponsor).get_activity(request).await.unwrap().into_inner();
    assert_eq!(found.end_day, "2026-03-13");
    assert_eq!((found.active_1_day, found.active_7_days, found.active_28_days), (Some(3), Some(4), Some(4)));
    let days: Vec<_> = found.days.iter().map(|d| d.active).collect();
    assert_eq!(days, [3, 2, 3]);
}

#[tokio::test]
async fn evidence_is_exact_and_names_its_week() {
    let (bench, crm) = five_weeks().await;
    let request =
        GetTeamEvidenceRequest { team: name("teams", "b"), application: crm, day: "2026-04-08".into() };
    let found = bench.service().get_team_evidence(request).await.unwrap().into_inner();
    assert_eq!((found.end_day.as_str(), found.people, found.working_days), ("2026-04-05", 8, 20));
    assert_eq!(found.ever_used_share, Some(0.125));
    assert_eq!(found.feed_gap_days, 0);
}
