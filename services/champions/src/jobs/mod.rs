//! What is done from time to time.

mod cover;
mod remind;
mod sync;

use std::sync::Arc;

use kit::module::Job;

use crate::Champions;

/// All jobs.
pub(crate) fn all(s: &Champions) -> Vec<Arc<dyn Job>> {
    vec![
        Arc::new(sync::Sync(s.clone())),
        Arc::new(cover::Cover(s.clone())),
        Arc::new(remind::Remind(s.clone())),
    ]
}
