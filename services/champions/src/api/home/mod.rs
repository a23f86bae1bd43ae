//! What a champion opens in the morning.

mod adoption;
mod get_champion_home;

use proto::champions::v1::{self as pb, home_service_server::HomeService};
use tonic::{Request, Response, Status, async_trait};

use crate::Champions;

#[async_trait]
impl HomeService for Champions {
    async fn get_champion_home(
        &self,
        r: Request<pb::GetChampionHomeRequest>,
    ) -> Result<Response<pb::ChampionHome>, Status> {
        Ok(get_champion_home::get_champion_home(self, r).await?)
    }
}
