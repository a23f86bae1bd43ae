//! Visits that plays ask for.

mod list_visits;
pub(super) mod request_visit;

use proto::champions::v1::{self as pb, visit_service_server::VisitService};
use tonic::{Request, Response, Status, async_trait};

use crate::Champions;

#[async_trait]
impl VisitService for Champions {
    async fn request_visit(
        &self,
        r: Request<pb::RequestVisitRequest>,
    ) -> Result<Response<pb::Visit>, Status> {
        Ok(request_visit::request_visit(self, r).await?)
    }

    async fn list_visits(
        &self,
        r: Request<pb::ListVisitsRequest>,
    ) -> Result<Response<pb::ListVisitsResponse>, Status> {
        Ok(list_visits::list_visits(self, r).await?)
    }
}
