//! The keys that applications show, remembered for some seconds so that not every event asks the database.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use kit::{
    clock::SharedClock,
    db::{Db, time::to_micros},
    error::Error,
};

use crate::{
    domain::key::Presented,
    error::Reason,
    store::api_key::{self, ApiKey},
};

/// A revocation in another process is seen after so long.
const FRESH_MICROS: i64 = 5_000_000;
/// More keys than this are not remembered.
const REMEMBERED: usize = 10_000;

struct Known {
    key: Arc<ApiKey>,
    seen: i64,
}

/// The keys.
pub(super) struct Keys {
    db: Db,
    clock: SharedClock,
    known: RwLock<HashMap<String, Known>>,
}

impl Keys {
    pub(super) fn new(db: Db, clock: SharedClock) -> Self {
        Self { db, clock, known: RwLock::default() }
    }

    /// The key, if it works. A wrong one and an unknown one are told apart by nobody.
    pub(super) async fn check(&self, text: &str) -> Result<Arc<ApiKey>, Error> {
        let refused = || Reason::ApiKeyNotValid.because("the API key does not work");
        let presented = Presented::parse(text).ok_or_else(refused)?;
        let now = to_micros(self.clock.now());
        let fresh = {
            let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
            known
                .get(presented.id)
                .filter(|k| (0..FRESH_MICROS).contains(&(now - k.seen)))
                .map(|k| k.key.clone())
        };
        let key = if let Some(key) = fresh {
            key
        } else {
            let key = api_key::find(self.db.read(), presented.id).await?.ok_or_else(refused)?;
            let key = Arc::new(key);
            let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
            if known.len() >= REMEMBERED {
                known.clear();
            }
            known.insert(presented.id.to_owned(), Known { key: key.clone(), seen: now });
            key
        };
        if key.revoke_time.is_some() || !presented.matches(&key.hash) {
            return Err(refused());
        }
        Ok(key)
    }

    /// Forgets a key, so that it is looked up anew.
    pub(super) fn forget(&self, id: &str) {
        self.known.write().unwrap_or_else(PoisonError::into_inner).remove(id);
    }
}
