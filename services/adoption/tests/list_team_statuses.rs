//! `ListTeamStatuses`

use proto::{
    adoption::v1::{self as pb, team_adoption_service_client::TeamAdoptionServiceClient as Client},
    identity::v1 as identity,
};
use tonic::Code;

use crate::support::{CRM, DAYS, PARENT, Stage, fields, rows, team};

fn all() -> pb::ListTeamStatusesRequest {
    pb::ListTeamStatusesRequest { parent: PARENT.into(), application: CRM.into(), ..Default::default() }
}

fn of<'a>(list: &'a pb::ListTeamStatusesResponse, id: &str) -> &'a pb::TeamStatus {
    list.statuses.iter().find(|s| s.team == team(id)).expect("the team is listed")
}

#[tokio::test]
async fn every_team_is_listed_with_its_index_or_why_it_cannot_be_judged() {
    let stage = Stage::evaluated().await;
    let list = Client::new(stage.hr()).list_team_statuses(all()).await.unwrap().into_inner();
    assert_eq!(list.statuses.len(), 16);
    assert_eq!(list.evaluated_day, "2026-03-01");

    let low = of(&list, "w0");
    assert_eq!((low.state(), low.size_band()), (pb::FlagState::Flagged, pb::SizeBand::SizeBand5To9));
    assert_eq!((low.rate, low.expected_rate), (Some(15), Some(50)));
    assert!(low.index.unwrap() < 60 && low.index.unwrap() % 5 == 0, "{low:?}");
    assert!(low.chance_low.unwrap() < 100 && low.chance_high.unwrap() > 100);
    assert_eq!(low.flag, stage.flag().await.name);

    let fine = of(&list, "w1");
    assert_eq!(
        (fine.state(), fine.not_judged_reason()),
        (pb::FlagState::Cleared, pb::NotJudgedReason::Unspecified)
    );
    assert_eq!(of(&list, "legal").not_judged_reason(), pb::NotJudgedReason::PositionTooSmall);
    assert_eq!(of(&list, "tiny").not_judged_reason(), pb::NotJudgedReason::TeamTooSmall);
    assert_eq!(of(&list, "west").not_judged_reason(), pb::NotJudgedReason::NoCounts);
    assert!(list.funnel.len() > 5);
}

#[tokio::test]
async fn small_siblings_are_judged_together_and_nothing_is_said_about_fewer_than_five() {
    let stage = Stage::evaluated().await;
    let list = Client::new(stage.hr()).list_team_statuses(all()).await.unwrap().into_inner();
    let small = of(&list, "s1");
    assert_eq!(small.not_judged_reason(), pb::NotJudgedReason::JudgedTogether);
    assert_eq!(small.judged_with, [team("s2"), team("south")]);
    // The figures are those of the six people together.
    assert_eq!((small.rate, of(&list, "s2").rate), (Some(50), Some(50)));
    for id in ["tiny", "west", "legal"] {
        let status = of(&list, id);
        assert!(status.rate.is_none() && status.index.is_none(), "{status:?}");
    }
    assert_eq!(of(&list, "tiny").size_band(), pb::SizeBand::Unspecified);
}

#[tokio::test]
async fn a_small_team_without_such_siblings_is_reported_in_the_team_above_and_only_there() {
    let stage = Stage::empty().await;
    let annex = identity::Team {
        name: team("annex"),
        display_name: "Annex".into(),
        parent: team("w0"),
        ancestors: vec![team("west"), team("w0")],
        revision: 1,
        ..Default::default()
    };
    stage.harness.deliver(&identity::TeamChanged { team: Some(annex) }).await;
    let mut rows = rows(1);
    rows.push(("annex".into(), "sales", 2, 0));
    stage.count(0..DAYS, &rows).await;
    stage.harness.settle().await;

    let list = Client::new(stage.hr()).list_team_statuses(all()).await.unwrap().into_inner();
    let small = of(&list, "annex");
    assert_eq!(
        (small.not_judged_reason(), small.state()),
        (pb::NotJudgedReason::JudgedTogether, pb::FlagState::Unspecified)
    );
    assert_eq!(small.judged_with, [team("w0")]);
    assert!(small.index.is_none() && small.rate.is_none() && small.flag.is_empty(), "{small:?}");
    assert_eq!(small.size_band(), pb::SizeBand::Unspecified);
    assert_eq!(of(&list, "w0").size_band(), pb::SizeBand::SizeBand10To19, "its ten people");

    let page = |id: &str| pb::GetTeamAdoptionRequest {
        team: team(id),
        application: CRM.into(),
        ..Default::default()
    };
    let own = Client::new(stage.hr()).get_team_adoption(page("annex")).await.unwrap().into_inner();
    assert!(own.weeks.is_empty() && own.flags.is_empty(), "{own:?}");
    assert!(own.sentence.unwrap().en.starts_with("Fewer than five people"));
    let above = Client::new(stage.hr()).get_team_adoption(page("w0")).await.unwrap().into_inner();
    assert_eq!(above.flags.len(), 1);
}

#[tokio::test]
async fn before_the_first_evaluation_nothing_is_known() {
    let stage = Stage::empty().await;
    let list = Client::new(stage.hr()).list_team_statuses(all()).await.unwrap().into_inner();
    assert_eq!(list.evaluated_day, "");
    assert!(list.statuses.iter().all(|s| s.not_judged_reason() == pb::NotJudgedReason::NoCounts));
}

#[tokio::test]
async fn pages_hold_every_team_once_in_the_order_of_names() {
    let stage = Stage::evaluated().await;
    let mut names = Vec::new();
    let mut token = String::new();
    loop {
        let request = pb::ListTeamStatusesRequest { page_size: 5, page_token: token, ..all() };
        let page = Client::new(stage.hr()).list_team_statuses(request).await.unwrap().into_inner();
        names.extend(page.statuses.into_iter().map(|s| s.team_display_name));
        token = page.next_page_token;
        if token.is_empty() {
            break;
        }
    }
    let mut sorted = names.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!((names.len(), &names), (16, &sorted));
}

#[tokio::test]
async fn a_champion_sees_the_own_teams_and_those_below() {
    let stage = Stage::evaluated().await;
    let ids = |list: pb::ListTeamStatusesResponse| {
        list.statuses.into_iter().map(|s| s.team.rsplit('/').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let list = Client::new(stage.champion("south")).list_team_statuses(all()).await.unwrap().into_inner();
    assert_eq!(ids(list), ["s1", "s2", "south"]);
    let below = pb::ListTeamStatusesRequest { team: team("west"), ..all() };
    let list = Client::new(stage.hr()).list_team_statuses(below).await.unwrap().into_inner();
    assert_eq!(list.statuses.len(), 11);
}

#[tokio::test]
async fn a_stranger_sees_nothing() {
    let stage = Stage::evaluated().await;
    let status = Client::new(stage.harness.as_stranger()).list_team_statuses(all()).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
}

#[tokio::test]
async fn bad_input_is_told_at_once() {
    let stage = Stage::empty().await;
    let request = pb::ListTeamStatusesRequest { page_size: -1, page_token: "x".into(), ..all() };
    let status = Client::new(stage.hr()).list_team_statuses(request).await.unwrap_err();
    assert_eq!(fields(&status), ["page_token", "page_size"]);
}

#[tokio::test]
async fn a_position_far_below_its_target_is_a_problem_and_flags_no_team() {
    let stage = Stage::empty().await;
    stage.tell_target(Some(0.95)).await;
    stage.count(0..42, &crate::support::rows(1)).await;
    stage.harness.settle().await;
    let list = Client::new(stage.hr()).list_team_statuses(all()).await.unwrap().into_inner();
    let problem = &list.position_problems[0];
    assert_eq!((problem.rate, problem.target), (45, 95));
    assert!(problem.sentence.as_ref().unwrap().fa.contains("۹۵"), "{problem:?}");
    assert_eq!(of(&list, "w0").not_judged_reason(), pb::NotJudgedReason::PositionProblem);
}
