//! What it does from time to time.

mod evaluate;
mod evidence;
mod explain;
mod outreach;
mod retrain;

use std::{sync::Arc, time::Duration};

use kit::module::Job;

use crate::Adoption;

/// How long every job waits between two runs.
const EVERY: Duration = Duration::from_secs(5);

pub(crate) fn all(adoption: &Adoption) -> Vec<Arc<dyn Job>> {
    vec![
        Arc::new(evaluate::Evaluate(adoption.clone())),
        Arc::new(explain::Explain(adoption.clone())),
        Arc::new(retrain::Retrain(adoption.clone())),
        Arc::new(outreach::AskOthers(adoption.clone())),
    ]
}
