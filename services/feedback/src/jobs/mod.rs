//! What is done from time to time.

mod pulse_rounds;

use std::sync::Arc;

use kit::module::Job;

use crate::Feedback;

/// All jobs.
pub(crate) fn all(s: &Feedback) -> Vec<Arc<dyn Job>> {
    vec![Arc::new(pulse_rounds::PulseRounds(s.clone()))]
}
