//! Certificates: one's own, and checking one by its code.

mod list_my_certificates;
mod verify_certificate;

use proto::training::v1::{certificate_service_server::CertificateService, *};
use tonic::{Request, Response, Status, async_trait};

use crate::Training;

#[async_trait]
impl CertificateService for Training {
    async fn list_my_certificates(
        &self,
        r: Request<ListMyCertificatesRequest>,
    ) -> Result<Response<ListMyCertificatesResponse>, Status> {
        Ok(list_my_certificates::list_my_certificates(self, r).await?)
    }

    async fn verify_certificate(
        &self,
        r: Request<VerifyCertificateRequest>,
    ) -> Result<Response<VerifiedCertificate>, Status> {
        Ok(verify_certificate::verify_certificate(self, r).await?)
    }
}
