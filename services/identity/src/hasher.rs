//! Password hashes: argon2id with 19 MiB, two passes, one lane; on blocking threads, two at once, so that a flood of
//! sign-ins does not slow the rest.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version,
    password_hash::SaltString,
};
use kit::{error::Error, id::Ids};
use tokio::sync::Semaphore;

use crate::domain::password::canonical;

/// Hashes at the same time.
const AT_ONCE: usize = 2;
/// Hashes that wait; more are refused at once, since they could not be in time.
const WAITING: usize = 64;

/// Makes and checks hashes.
#[derive(Clone, Debug)]
pub(crate) struct Hasher {
    running: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    ids: Ids,
    /// The hash of nobody's password: checked when there is no such account, so that the time tells nothing.
    nobody: Arc<str>,
}

fn argon2() -> Result<Argon2<'static>, Error> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(Error::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash_now(password: &str, salt: &[u8; 16]) -> Result<String, Error> {
    let salt = SaltString::encode_b64(salt).map_err(Error::internal)?;
    let hash = argon2()?.hash_password(canonical(password).as_bytes(), &salt).map_err(Error::internal)?;
    Ok(hash.to_string())
}

fn matches(password: &str, hash: &str) -> Result<bool, Error> {
    let parsed = PasswordHash::new(hash).map_err(Error::internal)?;
    Ok(argon2()?.verify_password(canonical(password).as_bytes(), &parsed).is_ok())
}

impl Hasher {
    /// A hasher; the salts are random bytes of `ids`.
    pub(crate) fn new(ids: Ids) -> Result<Self, Error> {
        let nobody = hash_now("nobody's password", &ids.random_bytes::<16>())?;
        Ok(Self {
            running: Arc::new(Semaphore::new(AT_ONCE)),
            waiting: Arc::new(Semaphore::new(WAITING)),
            ids,
            nobody: nobody.into(),
        })
    }

    /// The hash of a new password.
    pub(crate) async fn hash(&self, password: String) -> Result<String, Error> {
        let salt = self.ids.random_bytes::<16>();
        self.bounded(move || hash_now(&password, &salt)).await
    }

    /// Whether a password is the one of a hash. Without a hash it takes as long and answers no.
    pub(crate) async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, Error> {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.nobody.as_ref().to_owned());
        Ok(self.bounded(move || matches(&password, &hash)).await? && known)
    }

    async fn bounded<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let _place = self.waiting.try_acquire().map_err(|_| crate::error::busy())?;
        let turn = self.running.clone().acquire_owned().await.map_err(Error::internal)?;
        // The turn goes with the work: a caller who hangs up does not make a third hash run.
        tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work()
        })
        .await
        .map_err(Error::internal)?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_matches_its_own_hash_only() {
        let hasher = Hasher::new(Ids::sequence()).unwrap();
        let hash = hasher.hash("café au lait, please".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(hasher.verify("cafe\u{301} au lait, please".into(), Some(hash.clone())).await.unwrap());
        assert!(!hasher.verify("cafe au lait, please".into(), Some(hash)).await.unwrap());
        assert!(!hasher.verify("nobody's password".into(), None).await.unwrap());
    }

    #[tokio::test]
    async fn a_flood_is_refused_at_once() {
        let hasher = Hasher::new(Ids::sequence()).unwrap();
        let flood = (0..WAITING + 20).map(|_| {
            let hasher = hasher.clone();
            tokio::spawn(async move { hasher.verify("x".into(), None).await })
        });
        let mut refused = 0;
        for task in flood.collect::<Vec<_>>() {
            refused += usize::from(task.await.unwrap().is_err());
        }
        assert!((1..=20).contains(&refused), "{refused}");
    }
}
