//! `RefreshSession`: the refresh cookie for a new access token and a new cookie.

use kit::{db::time, error::Error};
use proto::identity::v1::{RefreshSessionRequest, RefreshSessionResponse};
use tonic::{Request, Response};

use super::{cookie, issue};
use crate::{
    Identity,
    domain::session::{Refresh, Token},
    error,
    names::PersonName,
    store,
    token::Secret,
};

pub(super) async fn refresh_session(
    s: &Identity,
    request: Request<RefreshSessionRequest>,
) -> Result<Response<RefreshSessionResponse>, Error> {
    let secret = cookie::read(request.metadata()).and_then(|text| Secret::parse(&text));
    let secret = secret.ok_or_else(error::session_ended)?;
    let (o, now) = (&secret.organization, s.clock.now());

    let tx = s.db.begin().await?;
    let session = store::session::load(&tx, o, &secret.id).await?;
    let token = store::session::token(&tx, o, &secret.id, &secret.hash()).await?;
    let (Some(mut session), Some(token)) = (session, token) else { return Err(error::session_ended()) };
    let person = store::person::load(&tx, o, &session.person).await?.filter(|p| !p.has_left(s.today()));
    let mut cookie = None;
    match (session.refresh(token, now), &person) {
        (Refresh::Ended, _) => return Err(error::session_ended()),
        (Refresh::Stolen, _) | (_, None) => {
            session.end_time = Some(now);
            store::session::save(&tx, o, &session).await?;
            tx.commit().await?;
            tracing::warn!(
                organization = o,
                session = session.id,
                "a used refresh token came back; session ended"
            );
            return Err(error::session_ended());
        }
        (Refresh::Again, Some(_)) => {}
        (Refresh::Rotate, Some(_)) => {
            let used = Token { replace_time: Some(now) };
            store::session::save_token(&tx, o, &session.id, &secret.hash(), used).await?;
            session.refresh_time = now;
            session.expire_time = now + issue::lifetime(s);
            store::session::save(&tx, o, &session).await?;
            cookie = Some(issue::next(s, &tx, o, &session.id).await?);
        }
    }
    let person = person.ok_or_else(error::session_ended)?;
    let (access_token, expires) = issue::access(s, o, &person, &session.id)?;
    tx.commit().await?;

    let mut response = Response::new(RefreshSessionResponse {
        access_token,
        access_expire_time: Some(time::to_proto(expires)),
        person: PersonName::new(o, &person.id).to_string(),
    });
    if let Some(token) = cookie {
        cookie::set(response.metadata_mut(), &token, issue::lifetime(s).as_secs())?;
    }
    Ok(response)
}
