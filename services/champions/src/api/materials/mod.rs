//! What champions pass on.

mod create_material;
mod delete_material;
mod list_materials;
mod update_material;
mod view;

use proto::champions::v1::{self as pb, material_service_server::MaterialService};
use tonic::{Request, Response, Status, async_trait};

use crate::Champions;

#[async_trait]
impl MaterialService for Champions {
    async fn list_materials(
        &self,
        r: Request<pb::ListMaterialsRequest>,
    ) -> Result<Response<pb::ListMaterialsResponse>, Status> {
        Ok(list_materials::list_materials(self, r).await?)
    }

    async fn create_material(
        &self,
        r: Request<pb::CreateMaterialRequest>,
    ) -> Result<Response<pb::Material>, Status> {
        Ok(create_material::create_material(self, r).await?)
    }

    async fn update_material(
        &self,
        r: Request<pb::UpdateMaterialRequest>,
    ) -> Result<Response<pb::Material>, Status> {
        Ok(update_material::update_material(self, r).await?)
    }

    async fn delete_material(
        &self,
        r: Request<pb::DeleteMaterialRequest>,
    ) -> Result<Response<pb::DeleteMaterialResponse>, Status> {
        Ok(delete_material::delete_material(self, r).await?)
    }
}
