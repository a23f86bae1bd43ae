//! What a sign-in hands out, and how attempts are limited.

use jiff::{SignedDuration, Timestamp};
use kit::{
    auth::{Grant, Peer, Person as Bearer, Role},
    db::Tx,
    error::Error,
};

use crate::{
    Identity,
    domain::{
        attempt::{ACCOUNT, ADDRESS, Limit},
        person::Person,
        session::{Session, Token},
    },
    error,
    store::{self, person::email_key},
    token::{self, Secret},
};

/// An access token for a person in a session, and when it expires.
pub(super) fn access(
    s: &Identity,
    organization: &str,
    person: &Person,
    session: &str,
) -> Result<(String, Timestamp), Error> {
    let mut grants = vec![Grant { role: Role::Member, team: None }];
    for grant in &person.roles {
        let whole = grant.teams.is_empty().then_some(None);
        let teams = grant.teams.iter().cloned().map(Some);
        grants.extend(whole.into_iter().chain(teams).map(|team| Grant { role: grant.role, team }));
    }
    let bearer = Bearer {
        organization: organization.to_owned(),
        person: person.id.clone(),
        session: session.to_owned(),
        grants,
    };
    let seconds = s.config.access_token_seconds;
    let now = s.clock.now();
    let token = s.keys.sign(&bearer, s.ids.next(), now, seconds)?;
    Ok((token, now + SignedDuration::from_secs(seconds)))
}

/// Begins a session. Answers its id and its first refresh token.
pub(super) async fn begin(
    s: &Identity,
    tx: &Tx,
    organization: &str,
    person: &str,
) -> Result<(String, String), Error> {
    let now = s.clock.now();
    let session = Session {
        id: s.ids.next(),
        person: person.to_owned(),
        create_time: now,
        refresh_time: now,
        expire_time: now + lifetime(s),
        end_time: None,
    };
    store::session::save(tx, organization, &session).await?;
    let token = next(s, tx, organization, &session.id).await?;
    Ok((session.id, token))
}

/// The next refresh token of a session.
pub(super) async fn next(s: &Identity, tx: &Tx, organization: &str, session: &str) -> Result<String, Error> {
    let secret = Secret::new(&s.ids, organization, session);
    store::session::save_token(tx, organization, session, &secret.hash(), Token { replace_time: None })
        .await?;
    Ok(secret.text())
}

/// How long a session lasts without being renewed.
pub(super) fn lifetime(s: &Identity) -> SignedDuration {
    SignedDuration::from_hours(24 * s.config.session_days)
}

/// One attempt to prove who one is. It is counted before the password is looked at, so that many at once cannot slip through
/// together.
pub(super) struct Attempt {
    id: String,
    account: String,
    address: Option<String>,
}

impl Attempt {
    /// Counts an attempt for an account, from wherever the request came; refused when there were too many.
    pub(super) async fn begin(s: &Identity, peer: Option<Peer>, account: &str) -> Result<Self, Error> {
        let attempt = Self {
            id: s.ids.next(),
            account: account_scope(account),
            address: peer.map(|p| format!("address:{}", token::hash(&p.sender()))),
        };
        let tx = s.db.begin().await?;
        count(s, &tx, &attempt.account, ACCOUNT, &attempt.id).await?;
        if let Some(address) = &attempt.address {
            count(s, &tx, address, ADDRESS, &attempt.id).await?;
        }
        tx.commit().await?;
        Ok(attempt)
    }

    /// It went well: it does not count, nor do the failures of this account before it.
    pub(super) async fn succeed(&self, tx: &Tx) -> Result<(), Error> {
        store::attempt::clear(tx, &self.account).await?;
        if let Some(address) = &self.address {
            store::attempt::remove(tx, address, &self.id).await?;
        }
        Ok(())
    }
}

/// The scope of attempts to sign in to an account.
pub(in crate::api) fn account_scope(email: &str) -> String {
    format!("account:{}", token::hash(&email_key(email)))
}

/// The scope of mails to choose another password.
pub(in crate::api) fn reset_scope(email: &str) -> String {
    format!("reset:{}", token::hash(&email_key(email)))
}

/// Counts an attempt in a scope; refused when there were too many.
pub(super) async fn count(s: &Identity, tx: &Tx, scope: &str, limit: Limit, id: &str) -> Result<(), Error> {
    let now = s.clock.now();
    let before = store::attempt::recent(tx, scope, limit.window, now).await?;
    if let Some(wait) = limit.wait(&before, now) {
        return Err(error::too_many_attempts(wait));
    }
    store::attempt::add(tx, scope, id, now).await
}
