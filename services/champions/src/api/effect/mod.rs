//! What champions' work did.

mod create_staged_start;
mod get_champion_effect;
mod list_staged_starts;
mod measure;

use proto::champions::v1::{self as pb, effect_service_server::EffectService};
use tonic::{Request, Response, Status, async_trait};

use crate::Champions;

#[async_trait]
impl EffectService for Champions {
    async fn get_champion_effect(
        &self,
        r: Request<pb::GetChampionEffectRequest>,
    ) -> Result<Response<pb::ChampionEffect>, Status> {
        Ok(get_champion_effect::get_champion_effect(self, r).await?)
    }

    async fn create_staged_start(
        &self,
        r: Request<pb::CreateStagedStartRequest>,
    ) -> Result<Response<pb::StagedStart>, Status> {
        Ok(create_staged_start::create_staged_start(self, r).await?)
    }

    async fn list_staged_starts(
        &self,
        r: Request<pb::ListStagedStartsRequest>,
    ) -> Result<Response<pb::ListStagedStartsResponse>, Status> {
        Ok(list_staged_starts::list_staged_starts(self, r).await?)
    }
}
