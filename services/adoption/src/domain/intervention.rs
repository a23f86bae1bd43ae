//! A playbook done one time for one team.

mod outreach;

use kit::{localize::Text, privacy::FLOOR};

pub use outreach::{Failure, Outreach};

use super::{
    barrier::Barrier,
    figures::of_hundred,
    flag::Actor,
    playbook::{Assignee, Playbook, Step},
    standing::Day,
};

/// An intervention.
#[derive(Debug, Clone, PartialEq)]
pub struct Intervention {
    /// The id.
    pub id: String,
    /// The flag.
    pub flag: String,
    /// The application.
    pub application: String,
    /// What was judged together.
    pub unit: String,
    /// The barrier.
    pub barrier: Barrier,
    /// Whether all of it is done.
    pub completed: bool,
    /// The day on which it began.
    pub start_day: Day,
    /// The last evaluated day then: the team is quiet for 35 days from it.
    pub after_day: Day,
    /// When the last of it was done, in microseconds.
    pub complete_time: Option<i64>,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// To be done.
    Open,
    /// Retraining: assigned, and people are at it. A visit: asked for.
    Assigned,
    /// Done.
    Done,
    /// Nobody could be asked; a task takes its place.
    Failed,
}

impl StepState {
    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "OPEN",
            Self::Assigned => "ASSIGNED",
            Self::Done => "DONE",
            Self::Failed => "FAILED",
        }
    }

    /// The state of a word; anything else is open.
    pub fn of(word: &str) -> Self {
        match word {
            "ASSIGNED" => Self::Assigned,
            "DONE" => Self::Done,
            "FAILED" => Self::Failed,
            _ => Self::Open,
        }
    }

    /// Whether nothing is left of it to be done.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Failed)
    }
}

/// How far the people of a retraining are, as training tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Retraining {
    /// People enrolled.
    pub enrolled: u32,
    /// Of them, those who completed everything.
    pub completed: u32,
    /// Whether it enrols; one that was put off may go on.
    pub enrolls: bool,
    /// Whether it was ended.
    pub ended: bool,
    /// Grows with each change.
    pub revision: i64,
}

impl Retraining {
    /// Whether nobody is at it any longer.
    pub fn is_over(&self) -> bool {
        self.ended || (self.enrolls && self.completed >= self.enrolled)
    }

    /// The share that completed it, of 100; `None` below the floor.
    pub fn completed_share(&self) -> Option<i32> {
        (self.enrolled >= FLOOR).then(|| of_hundred(f64::from(self.completed) / f64::from(self.enrolled)))
    }
}

/// Retraining by rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainingStep {
    /// The intervention.
    pub intervention: String,
    /// Its place among the steps.
    pub seq: i32,
    /// How far it is.
    pub state: StepState,
    /// The curriculum or course by name; empty until one is found.
    pub training: String,
    /// Its title.
    pub title: Text,
    /// The assignment; empty until it is made, and for ever if no course was found.
    pub assignment: String,
    /// The positions that it is for; empty: everybody in the teams.
    pub positions: Vec<String>,
    /// Working days until it is due.
    pub due_working_days: i32,
}

/// A piece of work for the champion or HR.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The id.
    pub id: String,
    /// The intervention.
    pub intervention: String,
    /// Whose it is.
    pub assignee: Assignee,
    /// What to do.
    pub title: Text,
    /// How to do it.
    pub description: Text,
    /// The day by which it should be done.
    pub due_day: Day,
    /// Whether it is done.
    pub done: bool,
    /// When it was done, in microseconds.
    pub complete_time: Option<i64>,
    /// Who did it, as a role.
    pub completed_by: Option<Actor>,
    /// What the person wrote.
    pub note: String,
}

impl Task {
    /// A new task.
    pub fn new(
        id: String,
        intervention: &str,
        assignee: Assignee,
        title: Text,
        description: Text,
        due_day: Day,
    ) -> Self {
        Self {
            id,
            intervention: intervention.to_owned(),
            assignee,
            title,
            description,
            due_day,
            done: false,
            complete_time: None,
            completed_by: None,
            note: String::new(),
        }
    }
}

/// What a playbook asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Retraining.
    pub trainings: Vec<TrainingStep>,
    /// Tasks.
    pub tasks: Vec<Task>,
    /// Others who are asked to help.
    pub outreach: Vec<Outreach>,
}

/// What a playbook asks for. `training` is given in place of the playbook's when not empty.
pub fn plan(
    playbook: &Playbook,
    intervention: &str,
    start_day: Day,
    training: &str,
    mut id: impl FnMut() -> String,
) -> Plan {
    let mut plan = Plan::default();
    for (seq, step) in (0..).zip(&playbook.steps) {
        match step {
            Step::Training { training: usual, due_working_days } => plan.trainings.push(TrainingStep {
                intervention: intervention.to_owned(),
                seq,
                state: StepState::Open,
                training: if training.is_empty() { usual.clone() } else { training.to_owned() },
                title: Text::default(),
                assignment: String::new(),
                positions: Vec::new(),
                due_working_days: *due_working_days,
            }),
            Step::Task { assignee, title, description, due_days } => {
                let due_day = start_day.saturating_add(*due_days);
                let (title, description) = (title.clone(), description.clone());
                plan.tasks.push(Task::new(id(), intervention, *assignee, title, description, due_day));
            }
            Step::Pulse { .. } | Step::Committee { .. } | Step::Visit { .. } | Step::Challenge { .. } => {
                plan.outreach.push(Outreach::new(intervention, seq, step.clone(), start_day));
            }
        }
    }
    plan
}

/// What to do when there is no course that fits: somebody has to make one.
pub fn make_a_course(intervention: &str, id: String, due_day: Day) -> Task {
    let title =
        Text::new("Make a course for this team", "دوره‌ای برای این تیم بسازید", "أعدّوا دورة لهذا الفريق");
    let description = Text::new(
        "There is no published course that teaches this application to their position. Make one, publish it, and assign it to the team.",
        "هیچ دورهٔ منتشرشده‌ای این سامانه را به سمت آن‌ها آموزش نمی‌دهد. یکی بسازید، منتشر کنید و به تیم بسپارید.",
        "لا توجد دورة منشورة تعلّم هذا التطبيق لوظيفتهم. أعدّوا واحدة وانشروها وأسندوها إلى الفريق.",
    );
    Task::new(id, intervention, Assignee::Hr, title, description, due_day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn retraining(enrolled: u32, completed: u32) -> Retraining {
        Retraining { enrolled, completed, enrolls: true, ..Retraining::default() }
    }

    #[test]
    fn retraining_is_over_when_everybody_enrolled_is_done_or_it_was_ended() {
        assert!(!retraining(6, 5).is_over());
        assert!(retraining(6, 6).is_over());
        assert!(retraining(0, 0).is_over(), "nobody lacked it");
        assert!(!Retraining { enrolls: false, ..retraining(0, 0) }.is_over(), "it may go on");
        assert!(Retraining { ended: true, enrolls: false, ..retraining(6, 1) }.is_over());
    }

    #[test]
    fn a_share_is_said_of_five_people_or_more_and_rounded() {
        assert_eq!(retraining(4, 2).completed_share(), None);
        assert_eq!(retraining(6, 1).completed_share(), Some(15));
        assert_eq!(retraining(5, 5).completed_share(), Some(100));
    }
}
