//! `GetTeamAdoption`

use proto::adoption::v1::{self as pb, team_adoption_service_client::TeamAdoptionServiceClient as Client};
use tonic::Code;

use crate::support::{CRM, Stage, counted, fields, team};

fn page(id: &str) -> pb::GetTeamAdoptionRequest {
    pb::GetTeamAdoptionRequest { team: team(id), application: CRM.into(), weeks: 0 }
}

#[tokio::test]
async fn a_low_team_is_shown_against_its_peers_with_the_sentence_and_the_evidence() {
    let stage = Stage::evaluated().await;
    let page = Client::new(stage.hr()).get_team_adoption(page("w0")).await.unwrap().into_inner();
    let sentence = page.sentence.unwrap();
    assert!(
        sentence.en.starts_with("In the last four weeks people here used it on 15 of 100 working days"),
        "{}",
        sentence.en
    );
    assert!(sentence.en.contains("comparable teams on the same days: 50; we are 9"), "{}", sentence.en);
    assert!(sentence.fa.contains("۱۵ روز") && sentence.ar.contains("١٥"), "{sentence:?}");
    let flag = &page.flags[0];
    assert_eq!(flag.proposed_barrier(), pb::Barrier::Knowledge);
    let fired: Vec<_> =
        flag.facts.iter().filter(|f| f.state() == pb::FactState::Fired).map(pb::Fact::code).collect();
    assert_eq!(
        fired,
        [pb::FactCode::TurnoverBelow30, pb::FactCode::TrainedBelow70, pb::FactCode::EverUsedBelow60]
    );
    assert!(
        flag.facts
            .iter()
            .any(|f| f.state() == pb::FactState::Missing && f.code() == pb::FactCode::PulseWillingnessLow)
    );
    // Five weeks ended three days ago or earlier; the sixth ended yesterday.
    assert_eq!(page.weeks.len(), 5);
    assert_eq!(
        (page.weeks[0].start_day.as_str(), page.weeks[0].rate, page.weeks[0].expected_rate),
        ("2026-01-19", Some(15), Some(50))
    );
}

#[tokio::test]
async fn a_published_week_is_never_rewritten() {
    let stage = Stage::evaluated().await;
    let before = Client::new(stage.hr()).get_team_adoption(page("w1")).await.unwrap().into_inner();
    for number in 0..5 {
        stage.harness.deliver(&counted(number, &[("w1".into(), "sales", 8, 8)], 2)).await;
    }
    stage.harness.settle().await;
    let after = Client::new(stage.hr()).get_team_adoption(page("w1")).await.unwrap().into_inner();
    assert_eq!(before.weeks, after.weeks);
}

#[tokio::test]
async fn a_small_team_shows_what_is_known_of_the_teams_together() {
    let stage = Stage::evaluated().await;
    let page = Client::new(stage.hr()).get_team_adoption(page("s1")).await.unwrap().into_inner();
    let words = page.sentence.unwrap().en;
    assert!(words.starts_with("Fewer than five people") && words.contains("50 of 100"), "{words}");
    assert!(!page.weeks.is_empty());
}

#[tokio::test]
async fn a_team_too_small_shows_no_figure_at_all() {
    let stage = Stage::evaluated().await;
    let page = Client::new(stage.hr()).get_team_adoption(page("tiny")).await.unwrap().into_inner();
    assert_eq!(page.sentence.unwrap().en, "Nothing is shown about fewer than five people.");
    assert!(page.weeks.is_empty() && page.flags.is_empty());
}

#[tokio::test]
async fn a_team_without_peers_says_so_and_shows_its_own_weeks_only() {
    let stage = Stage::evaluated().await;
    let page = Client::new(stage.hr()).get_team_adoption(page("legal")).await.unwrap().into_inner();
    assert!(page.sentence.unwrap().en.contains("nobody to compare"));
    assert_eq!(
        (page.weeks[0].rate, page.weeks[0].expected_rate, page.weeks[0].index),
        (Some(50), None, None)
    );
}

#[tokio::test]
async fn other_teams_and_organizations_do_not_exist() {
    let stage = Stage::evaluated().await;
    for client in [stage.champion("south"), stage.harness.as_stranger()] {
        let status = Client::new(client).get_team_adoption(page("w0")).await.unwrap_err();
        assert_eq!(status.code(), Code::NotFound);
    }
    let status = Client::new(stage.hr()).get_team_adoption(page("nowhere")).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
}

#[tokio::test]
async fn a_champion_sees_the_own_team() {
    let stage = Stage::evaluated().await;
    let page = Client::new(stage.champion("west")).get_team_adoption(page("w0")).await.unwrap().into_inner();
    assert_eq!(page.flags.len(), 1);
}

#[tokio::test]
async fn too_many_weeks_are_refused() {
    let stage = Stage::empty().await;
    let request = pb::GetTeamAdoptionRequest { weeks: 105, ..page("w0") };
    let status = Client::new(stage.hr()).get_team_adoption(request).await.unwrap_err();
    assert_eq!(fields(&status), ["weeks"]);
}
