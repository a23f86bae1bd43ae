//! Champions and their terms.

mod appoint_champion;
mod end_champion;
mod get_champion;
mod list_champions;
mod list_my_champions;
mod list_my_thanks;
mod teams;
mod thank_champion;
mod update_champion;
pub(super) mod view;

use proto::champions::v1::{self as pb, champion_service_server::ChampionService};
use tonic::{Request, Response, Status, async_trait};

use crate::Champions;

#[async_trait]
impl ChampionService for Champions {
    async fn appoint_champion(
        &self,
        r: Request<pb::AppointChampionRequest>,
    ) -> Result<Response<pb::Champion>, Status> {
        Ok(appoint_champion::appoint_champion(self, r).await?)
    }

    async fn list_champions(
        &self,
        r: Request<pb::ListChampionsRequest>,
    ) -> Result<Response<pb::ListChampionsResponse>, Status> {
        Ok(list_champions::list_champions(self, r).await?)
    }

    async fn list_my_champions(
        &self,
        r: Request<pb::ListMyChampionsRequest>,
    ) -> Result<Response<pb::ListMyChampionsResponse>, Status> {
        Ok(list_my_champions::list_my_champions(self, r).await?)
    }

    async fn get_champion(
        &self,
        r: Request<pb::GetChampionRequest>,
    ) -> Result<Response<pb::Champion>, Status> {
        Ok(get_champion::get_champion(self, r).await?)
    }

    async fn update_champion(
        &self,
        r: Request<pb::UpdateChampionRequest>,
    ) -> Result<Response<pb::Champion>, Status> {
        Ok(update_champion::update_champion(self, r).await?)
    }

    async fn end_champion(
        &self,
        r: Request<pb::EndChampionRequest>,
    ) -> Result<Response<pb::Champion>, Status> {
        Ok(end_champion::end_champion(self, r).await?)
    }

    async fn thank_champion(
        &self,
        r: Request<pb::ThankChampionRequest>,
    ) -> Result<Response<pb::ChampionThanks>, Status> {
        Ok(thank_champion::thank_champion(self, r).await?)
    }

    async fn list_my_thanks(
        &self,
        r: Request<pb::ListMyThanksRequest>,
    ) -> Result<Response<pb::ListMyThanksResponse>, Status> {
        Ok(list_my_thanks::list_my_thanks(self, r).await?)
    }
}
