//! What happens by itself.

mod deliver;
mod digest;
mod forget;

use std::sync::Arc;

use kit::module::Job;

use crate::Notifications;

/// All jobs. The digest comes before the sending, so that a digest leaves in the same round.
pub(crate) fn all(s: &Notifications) -> Vec<Arc<dyn Job>> {
    vec![
        Arc::new(digest::Digest(s.clone())),
        Arc::new(deliver::Deliver(s.clone())),
        Arc::new(forget::Forget(s.clone())),
    ]
}
