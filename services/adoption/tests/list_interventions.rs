//! `ListInterventions`

use proto::adoption::v1::{self as pb, intervention_service_client::InterventionServiceClient as Client};

use crate::support::{PARENT, Stage, team};

fn all() -> pb::ListInterventionsRequest {
    pb::ListInterventionsRequest { parent: PARENT.into(), ..Default::default() }
}

#[tokio::test]
async fn interventions_are_listed_with_their_steps_and_filtered() {
    let stage = Stage::evaluated().await;
    let flag = stage.confirm(pb::Barrier::Ability).await;
    let mut client = Client::new(stage.hr());
    let mut list =
        async |request| client.list_interventions(request).await.unwrap().into_inner().interventions;
    let found = list(all()).await;
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].barrier(), found[0].start_day.as_str()), (pb::Barrier::Ability, "2026-03-02"));
    assert_eq!((found[0].trainings.len(), found[0].tasks.len()), (1, 1));
    assert_eq!(found[0].flag, flag.name);
    assert_eq!(
        list(pb::ListInterventionsRequest { state: pb::InterventionState::Completed.into(), ..all() })
            .await
            .len(),
        0
    );
    assert_eq!(list(pb::ListInterventionsRequest { flag: flag.name, ..all() }).await.len(), 1);
    assert_eq!(list(pb::ListInterventionsRequest { team: team("south"), ..all() }).await.len(), 0);
}

#[tokio::test]
async fn a_champion_sees_those_of_the_own_teams() {
    let stage = Stage::evaluated().await;
    stage.confirm(pb::Barrier::Ability).await;
    for (of, count) in [("west", 1), ("south", 0)] {
        let list = Client::new(stage.champion(of)).list_interventions(all()).await.unwrap().into_inner();
        assert_eq!(list.interventions.len(), count, "{of}");
    }
}
