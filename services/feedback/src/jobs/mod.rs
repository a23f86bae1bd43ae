//! What is done from time to time.

mod blur;
mod load_words;
mod overdue_tasks;
mod pulse_rounds;
mod tell_answers;

use std::sync::Arc;

use kit::module::Job;

use crate::Feedback;

/// All jobs.
pub(crate) fn all(s: &Feedback) -> Vec<Arc<dyn Job>> {
    vec![
        Arc::new(load_words::LoadWords(s.clone())),
        Arc::new(tell_answers::TellAnswers(s.clone())),
        Arc::new(blur::Blur::new(s.clone())),
        Arc::new(overdue_tasks::OverdueTasks(s.clone())),
        Arc::new(pulse_rounds::PulseRounds(s.clone())),
    ]
}
