//! What to do for each barrier.

mod list_playbooks;
pub(in crate::api) mod read;
mod steps;
mod update_playbook;

use proto::adoption::v1::{self as pb, playbook_service_server::PlaybookService};
use tonic::{Request, Response, Status};

use super::Api;

#[tonic::async_trait]
impl PlaybookService for Api {
    async fn list_playbooks(
        &self,
        request: Request<pb::ListPlaybooksRequest>,
    ) -> Result<Response<pb::ListPlaybooksResponse>, Status> {
        Ok(list_playbooks::list_playbooks(&self.0, request).await?)
    }

    async fn update_playbook(
        &self,
        request: Request<pb::UpdatePlaybookRequest>,
    ) -> Result<Response<pb::Playbook>, Status> {
        Ok(update_playbook::update_playbook(&self.0, request).await?)
    }
}
