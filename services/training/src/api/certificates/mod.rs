//! Certificates: one's own, and checking one by its code.

mod list_my_certificates;
mod verify_certificate;

use proto::training::v1::{self as pb, certificate_service_server::CertificateService};
use tonic::{Request, Response, Status, async_trait};

use crate::Training;

#[async_trait]
impl CertificateService for Training {
    async fn list_my_certificates(
        &self,
        r: Request<pb::ListMyCertificatesRequest>,
    ) -> Result<Response<pb::ListMyCertificatesResponse>, Status> {
        Ok(list_my_certificates::list_my_certificates(self, r).await?)
    }

    async fn verify_certificate(
        &self,
        r: Request<pb::VerifyCertificateRequest>,
    ) -> Result<Response<pb::VerifiedCertificate>, Status> {
        Ok(verify_certificate::verify_certificate(self, r).await?)
    }
}
