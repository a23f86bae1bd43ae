//! `ChangePassword`: the old one for a new one.

use kit::{
    auth::{Caller, Peer},
    error::Error,
};
use proto::identity::v1::{ChangePasswordRequest, ChangePasswordResponse};
use tonic::{Request, Response};

use super::issue::Attempt;
use crate::{Identity, domain::password, error, names::PersonName, store};

pub(super) async fn change_password(
    s: &Identity,
    request: Request<ChangePasswordRequest>,
) -> Result<Response<ChangePasswordResponse>, Error> {
    let who = Caller::of(&request)?;
    let (o, id) = (who.organization(), who.person()?);
    let ChangePasswordRequest { old_password, new_password } = request.get_ref().clone();
    let person = store::person::load(s.db.read(), o, id).await?;
    let person = person.ok_or_else(|| Error::not_found(PersonName::new(o, id)))?;
    let email = person.email.clone().unwrap_or_default();
    let mut v = who.violations();
    v.length("old_password", &old_password, 1..=1_000);
    if let Some(rule) = password::check(&new_password, &[&person.display_name, &email, &person.external_id]) {
        v.add("new_password", "", rule);
    }
    v.check()?;
    let account = if email.is_empty() { id } else { &email };
    let attempt = Attempt::begin(s, Peer::of(&request), account).await?;
    let known = store::credential::load(s.db.read(), o, id).await?;
    if !s.hasher.verify(old_password, known.clone()).await? {
        return Err(error::wrong_credentials());
    }
    let hash = s.hasher.hash(new_password).await?;

    let tx = s.db.begin().await?;
    // Somebody else may have set a new one while this one was being hashed.
    if store::credential::load(&tx, o, id).await? != known {
        return Err(error::wrong_credentials());
    }
    attempt.succeed(&tx).await?;
    store::credential::save(&tx, o, id, &hash, s.clock.now()).await?;
    store::session::end_others(&tx, o, id, who.session()?, s.clock.now()).await?;
    store::link::forget_of(&tx, o, id).await?;
    tx.commit().await?;
    Ok(Response::new(ChangePasswordResponse {}))
}
