//! Signing in and out.

mod change_password;
mod cookie;
pub(super) mod issue;
mod list_keys;
mod refresh_session;
mod request_password_reset;
mod set_password;
mod sign_in;
mod sign_out;

use proto::identity::v1::{self as pb, session_service_server::SessionService};
use tonic::{Request, Response, Status};

use super::Api;

#[tonic::async_trait]
impl SessionService for Api {
    async fn sign_in(
        &self,
        request: Request<pb::SignInRequest>,
    ) -> Result<Response<pb::SignInResponse>, Status> {
        Ok(sign_in::sign_in(&self.0, request).await?)
    }

    async fn refresh_session(
        &self,
        request: Request<pb::RefreshSessionRequest>,
    ) -> Result<Response<pb::RefreshSessionResponse>, Status> {
        Ok(refresh_session::refresh_session(&self.0, request).await?)
    }

    async fn sign_out(
        &self,
        request: Request<pb::SignOutRequest>,
    ) -> Result<Response<pb::SignOutResponse>, Status> {
        Ok(sign_out::sign_out(&self.0, request).await?)
    }

    async fn change_password(
        &self,
        request: Request<pb::ChangePasswordRequest>,
    ) -> Result<Response<pb::ChangePasswordResponse>, Status> {
        Ok(change_password::change_password(&self.0, request).await?)
    }

    async fn request_password_reset(
        &self,
        request: Request<pb::RequestPasswordResetRequest>,
    ) -> Result<Response<pb::RequestPasswordResetResponse>, Status> {
        Ok(request_password_reset::request_password_reset(&self.0, request).await?)
    }

    async fn set_password(
        &self,
        request: Request<pb::SetPasswordRequest>,
    ) -> Result<Response<pb::SetPasswordResponse>, Status> {
        Ok(set_password::set_password(&self.0, request).await?)
    }

    async fn list_keys(
        &self,
        request: Request<pb::ListKeysRequest>,
    ) -> Result<Response<pb::ListKeysResponse>, Status> {
        Ok(list_keys::list_keys(&self.0, &request))
    }
}
