//! The links that set a password.

use jiff::{SignedDuration, Timestamp};
use kit::{db::Tx, error::Error};

use crate::{Identity, store, token::Secret};

/// Makes a link for a person; older ones cease to work. Answers its path in the app and when it ceases to work.
pub(in crate::api) async fn make(
    s: &Identity,
    tx: &Tx,
    organization: &str,
    person: &str,
    lifetime: SignedDuration,
) -> Result<(String, Timestamp), Error> {
    let secret = Secret::new(&s.ids, organization, person);
    let expire_time = s.clock.now() + lifetime;
    let link = store::link::Link { person: person.to_owned(), expire_time };
    store::link::replace(tx, organization, &secret.hash(), &link).await?;
    // Good once and for a short time: what a proxy logs of it is worth nothing once it was used.
    Ok((format!("/set-password?token={}", secret.text()), expire_time))
}
