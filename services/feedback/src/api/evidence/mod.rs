//! What the adoption service asks to find a barrier. No person is named.

mod get_team_voices;
mod pulses;

use proto::feedback::v1::{self as pb, evidence_service_server::EvidenceService};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl EvidenceService for Feedback {
    async fn get_team_voices(
        &self,
        r: Request<pb::GetTeamVoicesRequest>,
    ) -> Result<Response<pb::TeamVoices>, Status> {
        Ok(get_team_voices::get_team_voices(self, r).await?)
    }
}
