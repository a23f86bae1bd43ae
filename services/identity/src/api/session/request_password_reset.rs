//! `RequestPasswordReset`: a link by mail, if the address belongs to somebody. The answer does not say.

use jiff::SignedDuration;
use kit::{auth::Caller, db::time, error::Error};
use proto::identity::v1::{
    PasswordResetRequested, RequestPasswordResetRequest, RequestPasswordResetResponse,
};
use tonic::{Request, Response};

use super::issue;
use crate::{Identity, api::person::link, domain::attempt::RESET, names::PersonName, store};

pub(super) async fn request_password_reset(
    s: &Identity,
    request: Request<RequestPasswordResetRequest>,
) -> Result<Response<RequestPasswordResetResponse>, Error> {
    let who = Caller::of(&request)?;
    let email = request.get_ref().email.trim().to_owned();
    let mut v = who.violations();
    v.email("email", &email);
    v.check()?;

    let tx = s.db.begin().await?;
    issue::count(s, &tx, &issue::reset_scope(&email), RESET, &s.ids.next()).await?;
    for to in store::credential::with_email(&tx, &email).await? {
        let person = store::person::load(&tx, &to.organization, &to.person).await?;
        // Whoever never had a password is invited by HR, not by whoever knows the address.
        if !person.is_some_and(|p| p.can_sign_in && !p.has_left(s.today())) {
            continue;
        }
        let lifetime = SignedDuration::from_mins(s.config.reset_minutes);
        let (link_path, expire_time) = link::make(s, &tx, &to.organization, &to.person, lifetime).await?;
        let event = PasswordResetRequested {
            person: PersonName::new(&to.organization, &to.person).to_string(),
            link_path,
            expire_time: Some(time::to_proto(expire_time)),
        };
        s.outbox.add(&tx, &to.organization, &event).await?;
    }
    tx.commit().await?;
    Ok(Response::new(RequestPasswordResetResponse {}))
}
