//! `GetIntervention`

use proto::adoption::v1::{self as pb, intervention_service_client::InterventionServiceClient as Client};
use tonic::Code;

use crate::support::Stage;

#[tokio::test]
async fn an_intervention_is_read_by_whoever_may_see_its_team() {
    let stage = Stage::evaluated().await;
    let name = stage.confirm(pb::Barrier::Tool).await.interventions.remove(0);
    let get = || pb::GetInterventionRequest { name: name.clone() };
    let read = Client::new(stage.champion("w0")).get_intervention(get()).await.unwrap().into_inner();
    assert_eq!((read.state(), read.tasks.len()), (pb::InterventionState::Active, 1));
    for client in [stage.champion("south"), stage.harness.as_stranger()] {
        let status = Client::new(client).get_intervention(get()).await.unwrap_err();
        assert_eq!(status.code(), Code::NotFound);
    }
}
