//! `SetPassword`: by the link of an invitation or a reset.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{SetPasswordRequest, SetPasswordResponse};
use sea_orm::ConnectionTrait;
use tonic::{Request, Response};

use crate::{
    Identity,
    domain::{password, person::Person},
    error, store,
    token::Secret,
};

pub(super) async fn set_password(
    s: &Identity,
    request: Request<SetPasswordRequest>,
) -> Result<Response<SetPasswordResponse>, Error> {
    let who = Caller::of(&request)?;
    let SetPasswordRequest { token, new_password } = request.into_inner();
    let secret = Secret::parse(&token).ok_or_else(error::link_not_valid)?;
    let person = owner(s, s.db.read(), &secret).await?;
    let email = person.email.clone().unwrap_or_default();
    let mut v = who.violations();
    if let Some(rule) = password::check(&new_password, &[&person.display_name, &email, &person.external_id]) {
        v.add("new_password", "", rule);
    }
    v.check()?;
    let hash = s.hasher.hash(new_password).await?;

    let tx = s.db.begin().await?;
    // Again: two may have used the link while the password was being hashed.
    let mut person = owner(s, &tx, &secret).await?;
    let (o, now) = (&secret.organization, s.clock.now());
    store::link::forget_of(&tx, o, &person.id).await?;
    store::credential::save(&tx, o, &person.id, &hash, now).await?;
    store::session::end_others(&tx, o, &person.id, "", now).await?;
    if !person.can_sign_in {
        person.can_sign_in = true;
        s.put_person(&tx, o, person).await?;
    }
    tx.commit().await?;
    Ok(Response::new(SetPasswordResponse { email }))
}

/// The person whose password a token may set.
async fn owner<C: ConnectionTrait>(s: &Identity, db: &C, secret: &Secret) -> Result<Person, Error> {
    let link = store::link::load(db, &secret.organization, &secret.hash()).await?;
    let link = link.filter(|l| l.person == secret.id && s.clock.now() < l.expire_time);
    let Some(link) = link else { return Err(error::link_not_valid()) };
    let person = store::person::load(db, &secret.organization, &link.person).await?;
    person.filter(|p| !p.has_left(s.today())).ok_or_else(error::link_not_valid)
}
