//! `SignIn`: address and password for an access token and a refresh cookie.

use kit::{
    auth::{Caller, Peer},
    db::time,
    error::Error,
    name::OrganizationName,
};
use proto::identity::v1::{SignInRequest, SignInResponse};
use tonic::{Request, Response};

use super::{
    cookie,
    issue::{self, Attempt},
};
use crate::{
    Identity, error,
    names::PersonName,
    store::{self, credential::Credential},
};

pub(super) async fn sign_in(
    s: &Identity,
    request: Request<SignInRequest>,
) -> Result<Response<SignInResponse>, Error> {
    let who = Caller::of(&request)?;
    let SignInRequest { email, password, organization } = request.get_ref().clone();
    let mut v = who.violations();
    v.length("email", email.trim(), 1..=254);
    v.length("password", &password, 1..=1_000);
    v.check()?;
    let attempt = Attempt::begin(s, Peer::of(&request), &email).await?;
    // A malformed organization is one that nobody has.
    let organization = match organization.as_str() {
        "" => None,
        text => Some(text.parse().map_or(String::from("/"), |n: OrganizationName| n.organization)),
    };
    let Credential { organization, person, .. } = prove(s, &email, password, organization.as_deref()).await?;

    let tx = s.db.begin().await?;
    let person = store::person::load(&tx, &organization, &person)
        .await?
        .filter(|p| !p.has_left(s.today()))
        .ok_or_else(error::wrong_credentials)?;
    attempt.succeed(&tx).await?;
    let (session, refresh) = issue::begin(s, &tx, &organization, &person.id).await?;
    let (access_token, expires) = issue::access(s, &organization, &person, &session)?;
    tx.commit().await?;

    let mut response = Response::new(SignInResponse {
        access_token,
        access_expire_time: Some(time::to_proto(expires)),
        person: PersonName::new(&organization, &person.id).to_string(),
    });
    cookie::set(response.metadata_mut(), &refresh, issue::lifetime(s).as_secs())?;
    Ok(response)
}

/// The one account that address and password open.
async fn prove(
    s: &Identity,
    email: &str,
    password: String,
    organization: Option<&str>,
) -> Result<Credential, Error> {
    let candidates = store::credential::of_email(s.db.read(), email, organization).await?;
    if candidates.is_empty() {
        s.hasher.verify(password, None).await?;
        return Err(error::wrong_credentials());
    }
    let mut opened = Vec::new();
    for candidate in candidates {
        if s.hasher.verify(password.clone(), Some(candidate.hash.clone())).await? {
            opened.push(candidate);
        }
    }
    match (opened.pop(), opened.is_empty()) {
        (Some(one), true) => Ok(one),
        (Some(_), false) => Err(error::organization_needed()),
        (None, _) => Err(error::wrong_credentials()),
    }
}
