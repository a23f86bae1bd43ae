//! Tokens whose signature was good, so that a person's next calls need not check it again, which takes longer than many calls.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::Claims;

/// As many people work at the same time in a large organization; with more, all are checked again.
const MOST: usize = 4_096;

/// Tokens that one key signed, with what they say. Their times are to be checked at each call.
#[derive(Default)]
pub(super) struct Verified(Mutex<HashMap<String, Claims>>);

impl Verified {
    /// What a token says whose signature was good.
    pub(super) fn get(&self, token: &str) -> Option<Claims> {
        self.lock().get(token).cloned()
    }

    /// Remembers a token whose signature is good.
    pub(super) fn put(&self, token: &str, claims: &Claims) {
        let mut known = self.lock();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(token.to_owned(), claims.clone());
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Claims>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
