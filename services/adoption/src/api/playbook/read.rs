//! Playbooks between the contract and the domain.

use kit::{
    auth::Caller,
    error::Error,
    localize::{Language, Text},
    text,
    violation::{Rule, Violations},
};
use proto::{adoption::v1 as pb, localization::v1::LocalizedText};

use crate::{
    api::convert,
    domain::{
        barrier::Barrier,
        playbook::{Assignee, Step},
    },
    names::{CourseName, CurriculumName, PlaybookName},
    store::playbook::Kept,
};

/// Steps of a playbook.
const MOST_STEPS: usize = 10;

/// The name of the playbook of a barrier.
pub(super) fn name(organization: &str, barrier: Barrier) -> String {
    PlaybookName::new(organization, barrier.as_str().to_lowercase()).to_string()
}

/// A playbook as it is answered.
pub(in crate::api) fn reply(organization: &str, kept: &Kept) -> pb::Playbook {
    let playbook = &kept.playbook;
    pb::Playbook {
        name: name(organization, playbook.barrier),
        barrier: convert::barrier(Some(playbook.barrier)).into(),
        barrier_label: Some((&playbook.label).into()),
        summary: Some((&playbook.summary).into()),
        steps: playbook.steps.iter().map(reply_step).collect(),
        update_time: kept.update_time.map(convert::instant),
        etag: kept.version.to_string(),
    }
}

fn reply_step(step: &Step) -> pb::PlaybookStep {
    use pb::playbook_step::Step as Kind;
    let kind = match step {
        Step::Training { training, due_working_days } => Kind::AssignTraining(pb::AssignTraining {
            training: training.clone(),
            due_working_days: *due_working_days,
        }),
        Step::Task { assignee, title, description, due_days } => Kind::AssignTask(pb::AssignTask {
            assignee: convert::assignee(*assignee).into(),
            title: Some(title.into()),
            description: Some(description.into()),
            due_days: *due_days,
        }),
    };
    pb::PlaybookStep { step: Some(kind) }
}

/// A text, cleaned; required, and with a limit in each language.
pub(super) fn words(
    violations: &mut Violations,
    field: &str,
    words: Option<LocalizedText>,
    most: usize,
) -> Text {
    let given = Text::from(words);
    let mut cleaned = Text::default();
    for language in Language::ALL {
        cleaned.set(language, text::clean(given.exact(language)));
        violations.length(&format!("{field}.{}", language.code()), cleaned.exact(language), 0..=most);
    }
    if cleaned.is_empty() {
        violations.add(field, "", Rule::Required);
    }
    cleaned
}

/// The steps, every violation noted.
pub(super) fn steps(
    who: &Caller,
    violations: &mut Violations,
    barrier: Barrier,
    steps: Vec<pb::PlaybookStep>,
) -> Result<Vec<Step>, Error> {
    if steps.is_empty() {
        violations.add("playbook.steps", "", Rule::TooFew { min: 1 });
    }
    violations.count("playbook.steps", steps.len(), MOST_STEPS);
    let mut read = Vec::with_capacity(steps.len());
    let mut trainings = 0;
    for (number, step) in steps.into_iter().enumerate().take(MOST_STEPS) {
        let field = format!("playbook.steps[{number}]");
        match step.step {
            Some(pb::playbook_step::Step::AssignTraining(step)) => {
                trainings += 1;
                read.push(training(who, violations, &format!("{field}.assign_training"), barrier, step)?);
            }
            Some(pb::playbook_step::Step::AssignTask(step)) => {
                read.push(task(violations, &format!("{field}.assign_task"), step));
            }
            Some(_) => violations.add(field, "", Rule::unknown_value(&["assign_training", "assign_task"])),
            None => violations.add(field, "", Rule::Required),
        }
    }
    // Training keeps one assignment for each intervention.
    if trainings > 1 {
        violations.add("playbook.steps", "assign_training", Rule::TooMany { max: 1 });
    }
    Ok(read)
}

fn training(
    who: &Caller,
    violations: &mut Violations,
    field: &str,
    barrier: Barrier,
    step: pb::AssignTraining,
) -> Result<Step, Error> {
    if barrier.refuses_training() {
        violations.add(field, barrier.as_str(), Rule::unknown_value(&["assign_task"]));
    }
    let name = format!("{field}.training");
    if step.training.contains("/curricula/") {
        who.parse::<CurriculumName>(&name, &step.training)?;
    } else if !step.training.is_empty() {
        who.parse::<CourseName>(&name, &step.training)?;
    }
    violations.range(&format!("{field}.due_working_days"), step.due_working_days, 1..=260);
    Ok(Step::Training { training: step.training, due_working_days: step.due_working_days })
}

fn task(violations: &mut Violations, field: &str, step: pb::AssignTask) -> Step {
    let assignee = match pb::TaskAssignee::try_from(step.assignee) {
        Ok(pb::TaskAssignee::Champion) => Assignee::Champion,
        Ok(pb::TaskAssignee::Hr) => Assignee::Hr,
        Ok(pb::TaskAssignee::Unspecified) | Err(_) => {
            let allowed = &["TASK_ASSIGNEE_CHAMPION", "TASK_ASSIGNEE_HR"];
            violations.add(format!("{field}.assignee"), step.assignee, Rule::unknown_value(allowed));
            Assignee::Hr
        }
    };
    let title = words(violations, &format!("{field}.title"), step.title, 200);
    let description = words(violations, &format!("{field}.description"), step.description, 4_000);
    violations.range(&format!("{field}.due_days"), step.due_days, 1..=180);
    Step::Task { assignee, title, description, due_days: step.due_days }
}
