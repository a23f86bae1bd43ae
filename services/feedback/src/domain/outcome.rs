//! What a meeting leaves behind.

use jiff::{Timestamp, ToSpan, civil::Date};
use kit::{error::Error, localize::Text};

use super::word::words;
use crate::error::{Reason, Refuse};

/// Proposals that one decision answers.
pub(crate) const MAX_PROPOSALS: usize = 50;
/// Outcomes of a meeting.
pub(crate) const MAX_OUTCOMES: u64 = 200;
/// Days from one reminder of an overdue task to the next.
const REMINDER_DAYS: i32 = 7;

words! {
    /// What kind of outcome it is.
    pub(crate) enum Kind {
        Information = "information",
        Decision = "decision",
        Task = "task",
    }
}

words! {
    /// What a decision makes of a proposal.
    pub(crate) enum Verdict {
        Planned = "planned",
        Started = "started",
        Completed = "completed",
        Declined = "declined",
    }
}

/// What a decision makes of one proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decided {
    pub(crate) proposal: String,
    pub(crate) verdict: Verdict,
}

/// Something that somebody does until a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Task {
    pub(crate) owner: String,
    pub(crate) due: Date,
    pub(crate) done_time: Option<Timestamp>,
    /// What came of it.
    pub(crate) follow_up: String,
    /// The day of the last reminder.
    pub(crate) reminded: Option<Date>,
}

/// What a meeting leaves behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) id: String,
    pub(crate) meeting: String,
    pub(crate) committee: String,
    pub(crate) kind: Kind,
    pub(crate) text: Text,
    pub(crate) agenda_item: Option<String>,
    pub(crate) poll: Option<String>,
    pub(crate) proposals: Vec<Decided>,
    /// Only for [`Kind::Task`].
    pub(crate) task: Option<Task>,
    pub(crate) create_time: Timestamp,
}

impl Task {
    /// Whether it is open after its day.
    pub(crate) fn is_overdue(&self, today: Date) -> bool {
        self.done_time.is_none() && self.due < today
    }

    /// Whether its owner is reminded: on the first day after its own, and then weekly.
    pub(crate) fn wants_reminder(&self, today: Date) -> bool {
        let before = self.reminded.and_then(|day| day.checked_add(REMINDER_DAYS.days()).ok());
        self.is_overdue(today) && before.is_none_or(|next| next <= today)
    }
}

impl Outcome {
    /// The task that it is.
    pub(crate) fn task_mut(&mut self) -> Result<&mut Task, Error> {
        self.task.as_mut().ok_or_else(|| Reason::NotATask.refuse("the outcome is not a task"))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_reminder_comes_the_day_after_and_then_weekly() {
        let mut task = Task {
            owner: "a".into(),
            due: date(2026, 3, 10),
            done_time: None,
            follow_up: String::new(),
            reminded: None,
        };
        assert!(!task.is_overdue(date(2026, 3, 10)) && !task.wants_reminder(date(2026, 3, 10)));
        assert!(task.wants_reminder(date(2026, 3, 11)));
        task.reminded = Some(date(2026, 3, 11));
        assert!(!task.wants_reminder(date(2026, 3, 17)) && task.wants_reminder(date(2026, 3, 18)));
        task.done_time = Some(Timestamp::UNIX_EPOCH);
        assert!(!task.is_overdue(date(2026, 4, 1)) && !task.wants_reminder(date(2026, 4, 1)));
    }
}
