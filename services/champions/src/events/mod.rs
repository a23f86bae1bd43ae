//! What this service hears of others, and what it tells.

mod directory_changed;
mod help_answered;
mod help_requested;
pub(crate) mod published;

use std::sync::Arc;

use kit::bus::Consumer;

use crate::Champions;

/// All consumers. The copy of the directory comes first, so that whoever joined and asked at once is known.
pub(crate) fn consumers(s: &Champions) -> Vec<Arc<dyn Consumer>> {
    vec![
        Arc::new(directory_changed::DirectoryChanged::new()),
        Arc::new(help_requested::ForwardHelp(s.clone())),
        Arc::new(help_answered::SettleHelp),
    ]
}

/// The last id of a resource name: `t` of `organizations/o/teams/t`.
fn last_id(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or_default()
}
