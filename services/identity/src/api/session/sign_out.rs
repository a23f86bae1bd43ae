//! `SignOut`: ends the session of the refresh cookie.

use kit::error::Error;
use proto::identity::v1::{SignOutRequest, SignOutResponse};
use tonic::{Request, Response};

use super::cookie;
use crate::{Identity, store, token::Secret};

pub(super) async fn sign_out(
    s: &Identity,
    request: Request<SignOutRequest>,
) -> Result<Response<SignOutResponse>, Error> {
    if let Some(secret) = cookie::read(request.metadata()).and_then(|text| Secret::parse(&text)) {
        let o = &secret.organization;
        let tx = s.db.begin().await?;
        // Only whoever holds a token of the session may end it.
        let token = store::session::token(&tx, o, &secret.id, &secret.hash()).await?;
        if let Some(mut session) = store::session::load(&tx, o, &secret.id).await?.filter(|_| token.is_some())
        {
            session.end_time = session.end_time.or(Some(s.clock.now()));
            store::session::save(&tx, o, &session).await?;
            tx.commit().await?;
        }
    }
    let mut response = Response::new(SignOutResponse {});
    cookie::clear(response.metadata_mut())?;
    Ok(response)
}
