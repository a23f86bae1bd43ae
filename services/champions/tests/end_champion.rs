//! `EndChampion`.

use proto::champions::v1::{
    ChampionState, ChampionTermEnded, CheckInKind, CoverageLost, EndChampionRequest, EndReason, GapReason,
};
use tonic::Code;

use crate::support::{TODAY, company, name, programme, reason};

#[tokio::test]
async fn exactly_what_was_granted_is_withdrawn_and_the_teams_are_brought_up() {
    let company = company().await;
    company.neighbours.change(|s| {
        s.roles.insert(name("people", "w2"), vec![name("teams", "east")]);
    });
    let crm = company.programme(programme()).await.name;
    let champion = company.champion(&crm, "w2", &["west", "east"]).await;
    let end = || EndChampionRequest { name: champion.name.clone() };
    for _ in 0..2 {
        let ended = company.champions().end_champion(end()).await.unwrap().into_inner();
        assert_eq!((ended.state(), ended.end_reason()), (ChampionState::Ended, EndReason::EndedByHr));
        assert_eq!(ended.end_day, TODAY);
    }
    let late = company.check_in("w2", "west", CheckInKind::Visit, "").await.unwrap_err();
    assert_eq!(reason(&late), "NOT_A_CHAMPION", "at once, whatever the token still says");
    company.settle().await;
    assert_eq!(company.roles_of("w2"), [name("teams", "east")], "an administrator had given that one");
    assert_eq!(company.neighbours.change(|s| s.withdrawn.clone()), [name("teams", "west")]);
    let west = company.covered_team("west").await;
    assert_eq!((west.gap_reason(), west.gap_since.as_str()), (GapReason::TermEnded, TODAY));
    let lost = company.told::<CoverageLost>().await;
    assert_eq!(lost.len(), 1, "one event for all teams that lost theirs for the same reason");
    assert_eq!((lost[0].team_count, lost[0].teams_display_name.as_str()), (2, "EAST, WEST"));
    assert_eq!(company.told::<ChampionTermEnded>().await.len(), 1);
}

#[tokio::test]
async fn a_team_of_another_term_stays_covered() {
    let company = company().await;
    let crm = company.programme(programme()).await;
    let erp = proto::champions::v1::Programme { application: name("applications", "erp"), ..programme() };
    let erp = company.programme(erp).await;
    let first = company.champion(&crm.name, "w2", &["west", "east"]).await;
    let second = company.champion(&erp.name, "w2", &["west"]).await;
    company.champions().end_champion(EndChampionRequest { name: first.name }).await.unwrap();
    company.settle().await;
    assert_eq!(company.roles_of("w2"), [name("teams", "west")]);
    company.champions().end_champion(EndChampionRequest { name: second.name }).await.unwrap();
    company.settle().await;
    assert_eq!(company.roles_of("w2"), [] as [String; 0], "the second term took the team over");
}

#[tokio::test]
async fn a_champion_steps_down_for_oneself_only_and_identity_may_be_away() {
    let company = company().await;
    let (_, champion) = company.with_champion().await;
    let end = || EndChampionRequest { name: champion.name.clone() };
    let other = company.champions_as("w3").end_champion(end()).await.unwrap_err();
    assert_eq!(other.code(), Code::NotFound);
    company.neighbours.change(|s| s.down = true);
    let ended = company.champions_as("w2").end_champion(end()).await.unwrap().into_inner();
    assert_eq!(ended.end_reason(), EndReason::SteppedDown);
    company.settle().await;
    assert_eq!(company.roles_of("w2"), [name("teams", "west")]);
    company.neighbours.change(|s| s.down = false);
    company.settle().await;
    assert_eq!(company.roles_of("w2"), [] as [String; 0]);
}
