//! A playbook done one time for one team.

use kit::localize::Text;

use super::{
    barrier::Barrier,
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

/// Retraining by rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainingStep {
    /// The intervention.
    pub intervention: String,
    /// Its place among the steps.
    pub seq: i32,
    /// Whether the assignment is made.
    pub done: bool,
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

/// What a playbook asks for: retraining and tasks. `training` is given in place of the playbook's when not empty.
pub fn plan(
    playbook: &Playbook,
    intervention: &str,
    start_day: Day,
    training: &str,
    mut id: impl FnMut() -> String,
) -> (Vec<TrainingStep>, Vec<Task>) {
    let (mut trainings, mut tasks) = (Vec::new(), Vec::new());
    for (seq, step) in (0..).zip(&playbook.steps) {
        match step {
            Step::Training { training: usual, due_working_days } => trainings.push(TrainingStep {
                intervention: intervention.to_owned(),
                seq,
                done: false,
                training: if training.is_empty() { usual.clone() } else { training.to_owned() },
                title: Text::default(),
                assignment: String::new(),
                positions: Vec::new(),
                due_working_days: *due_working_days,
            }),
            Step::Task { assignee, title, description, due_days } => tasks.push(Task {
                id: id(),
                intervention: intervention.to_owned(),
                assignee: *assignee,
                title: title.clone(),
                description: description.clone(),
                due_day: start_day.saturating_add(*due_days),
                done: false,
                complete_time: None,
                completed_by: None,
                note: String::new(),
            }),
        }
    }
    (trainings, tasks)
}

/// What to do when there is no course that fits: somebody has to make one.
pub fn make_a_course(intervention: &str, id: String, due_day: Day) -> Task {
    Task {
        id,
        intervention: intervention.to_owned(),
        assignee: Assignee::Hr,
        title: Text::new(
            "Make a course for this team",
            "دوره‌ای برای این تیم بسازید",
            "أعدّوا دورة لهذا الفريق",
        ),
        description: Text::new(
            "There is no published course that teaches this application to their position. Make one, publish it, and assign it to the team.",
            "هیچ دورهٔ منتشرشده‌ای این سامانه را به سمت آن‌ها آموزش نمی‌دهد. یکی بسازید، منتشر کنید و به تیم بسپارید.",
            "لا توجد دورة منشورة تعلّم هذا التطبيق لوظيفتهم. أعدّوا واحدة وانشروها وأسندوها إلى الفريق.",
        ),
        due_day,
        done: false,
        complete_time: None,
        completed_by: None,
        note: String::new(),
    }
}
