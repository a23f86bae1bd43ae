//! `ListFlags`

use proto::adoption::v1::{self as pb, flag_service_client::FlagServiceClient as Client};

use crate::support::{CRM, PARENT, Stage, fields, team};

fn all() -> pb::ListFlagsRequest {
    pb::ListFlagsRequest { parent: PARENT.into(), ..Default::default() }
}

#[tokio::test]
async fn open_flags_are_listed_without_facts() {
    let stage = Stage::evaluated().await;
    let flag = stage.flag().await;
    assert_eq!((flag.team.as_str(), flag.team_display_name.as_str()), (team("w0").as_str(), "Team w0"));
    assert_eq!((flag.state(), flag.finding()), (pb::FlagState::Flagged, pb::Finding::Low));
    assert_eq!(flag.members, [team("w0")]);
    assert!(flag.certainty >= 0.93 && flag.certainty <= 0.99, "{}", flag.certainty);
    assert!(flag.facts.is_empty() && flag.history.is_empty());
}

#[tokio::test]
async fn filters_hold() {
    let stage = Stage::evaluated().await;
    let mut client = Client::new(stage.hr());
    let mut count = async |request| client.list_flags(request).await.unwrap().into_inner().flags.len();
    assert_eq!(count(pb::ListFlagsRequest { application: CRM.into(), ..all() }).await, 1);
    assert_eq!(
        count(pb::ListFlagsRequest { application: "organizations/acme/applications/mail".into(), ..all() })
            .await,
        0
    );
    assert_eq!(count(pb::ListFlagsRequest { team: team("west"), ..all() }).await, 1);
    assert_eq!(count(pb::ListFlagsRequest { team: team("south"), ..all() }).await, 0);
    assert_eq!(count(pb::ListFlagsRequest { states: vec![pb::FlagState::Cleared.into()], ..all() }).await, 0);
}

#[tokio::test]
async fn a_champion_sees_flags_of_the_own_teams_only() {
    let stage = Stage::evaluated().await;
    for (of, count) in [("west", 1), ("w0", 1), ("south", 0)] {
        let list = Client::new(stage.champion(of)).list_flags(all()).await.unwrap().into_inner();
        assert_eq!(list.flags.len(), count, "{of}");
    }
}

#[tokio::test]
async fn unknown_states_are_refused() {
    let stage = Stage::empty().await;
    let request = pb::ListFlagsRequest { states: vec![99], page_size: -2, ..all() };
    let status = Client::new(stage.hr()).list_flags(request).await.unwrap_err();
    assert_eq!(fields(&status), ["page_size", "states"]);
}
