//! What is heard, a file per event, and what is told.

pub(crate) mod meeting_published;
pub(crate) mod proposal_published;

use std::sync::Arc;

use kit::{
    bus::Consumer,
    directory::{Parts, Replica},
};

use crate::Feedback;

/// All consumers. The copy of the directory comes first.
pub(crate) fn consumers(_: &Feedback) -> Vec<Arc<dyn Consumer>> {
    vec![Arc::new(Replica::new("feedback.directory", Parts::All))]
}
