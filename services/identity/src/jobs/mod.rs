//! What identity does from time to time.

mod forget;
mod import;
mod keys;

use std::sync::Arc;

use kit::module::Job;

use crate::Identity;

pub(crate) use forget::SESSIONS_KEPT_DAYS;

/// All jobs.
pub(crate) fn all(identity: &Identity) -> Vec<Arc<dyn Job>> {
    vec![
        Arc::new(import::Imports { identity: identity.clone() }),
        Arc::new(forget::Forget { identity: identity.clone() }),
        Arc::new(keys::SigningKeys { identity: identity.clone() }),
    ]
}
