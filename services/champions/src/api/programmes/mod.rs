//! What champions are looked for.

mod archive_programme;
mod create_programme;
mod get_programme;
mod list_programmes;
mod update_programme;
pub(super) mod view;

use proto::champions::v1::{self as pb, programme_service_server::ProgrammeService};
use tonic::{Request, Response, Status, async_trait};

use crate::Champions;

#[async_trait]
impl ProgrammeService for Champions {
    async fn list_programmes(
        &self,
        r: Request<pb::ListProgrammesRequest>,
    ) -> Result<Response<pb::ListProgrammesResponse>, Status> {
        Ok(list_programmes::list_programmes(self, r).await?)
    }

    async fn get_programme(
        &self,
        r: Request<pb::GetProgrammeRequest>,
    ) -> Result<Response<pb::Programme>, Status> {
        Ok(get_programme::get_programme(self, r).await?)
    }

    async fn create_programme(
        &self,
        r: Request<pb::CreateProgrammeRequest>,
    ) -> Result<Response<pb::Programme>, Status> {
        Ok(create_programme::create_programme(self, r).await?)
    }

    async fn update_programme(
        &self,
        r: Request<pb::UpdateProgrammeRequest>,
    ) -> Result<Response<pb::Programme>, Status> {
        Ok(update_programme::update_programme(self, r).await?)
    }

    async fn archive_programme(
        &self,
        r: Request<pb::ArchiveProgrammeRequest>,
    ) -> Result<Response<pb::Programme>, Status> {
        Ok(archive_programme::archive_programme(self, r).await?)
    }
}
