//! Steps of playbooks between the contract and the domain.

use kit::{
    auth::Caller,
    contract::{Wanted, text_of},
    error::Error,
    violation::{Rule, Violations},
};
use proto::{
    adoption::v1::{self as pb, playbook_step::Step as Given},
    feedback::v1::PulseQuestionKind,
    incentives::v1::Measure as ChallengeMeasure,
};

use super::read::words;
use crate::{
    api::convert,
    domain::{
        barrier::Barrier,
        playbook::{Assignee, Measure, Question, Step},
    },
    names::{CourseName, CurriculumName},
};

/// Steps of a playbook.
const MOST_STEPS: usize = 10;
/// Kinds that every barrier takes.
const KINDS: &[&str] =
    &["assign_task", "open_pulse", "invite_committee", "request_visit", "propose_challenge"];

/// A step as it is answered.
pub(super) fn reply(step: &Step) -> pb::PlaybookStep {
    let kind = match step {
        Step::Training { training, due_working_days } => Given::AssignTraining(pb::AssignTraining {
            training: training.clone(),
            due_working_days: *due_working_days,
        }),
        Step::Task { assignee, title, description, due_days } => Given::AssignTask(pb::AssignTask {
            assignee: convert::assignee(*assignee).into(),
            title: Some(title.into()),
            description: Some(description.into()),
            due_days: *due_days,
        }),
        Step::Pulse { questions } => Given::OpenPulse(pb::OpenPulse {
            questions: questions.iter().map(|q| convert::question(*q).into()).collect(),
        }),
        Step::Committee { title, description } => Given::InviteCommittee(pb::InviteCommittee {
            title: Some(title.into()),
            description: Some(description.into()),
        }),
        Step::Visit { reason, due_days } => {
            Given::RequestVisit(pb::RequestVisit { reason: Some(reason.into()), due_days: *due_days })
        }
        Step::Challenge { measure, title } => Given::ProposeChallenge(pb::ProposeChallenge {
            measure: convert::measure(*measure).into(),
            title: Some(title.into()),
        }),
    };
    pb::PlaybookStep { step: Some(kind) }
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
    let mut read: Vec<Step> = Vec::with_capacity(steps.len());
    for (number, step) in steps.into_iter().enumerate().take(MOST_STEPS) {
        let field = format!("playbook.steps[{number}]");
        let Some(given) = step.step else {
            violations.add(field, "", Rule::Required);
            continue;
        };
        let field = format!("{field}.{}", kind(&given));
        let step = match given {
            Given::AssignTraining(step) => training(who, violations, &field, barrier, step)?,
            Given::AssignTask(step) => task(violations, &field, step),
            Given::OpenPulse(step) => pulse(violations, &field, &step),
            Given::InviteCommittee(step) => committee(violations, &field, &step),
            Given::RequestVisit(step) => visit(violations, &field, step),
            Given::ProposeChallenge(step) => challenge(violations, &field, &step),
        };
        if !step.repeats() && read.iter().any(|before| before.is_like(&step)) {
            violations.add(field, "", Rule::Duplicate);
        }
        read.push(step);
    }
    Ok(read)
}

fn kind(step: &Given) -> &'static str {
    match step {
        Given::AssignTraining(_) => "assign_training",
        Given::AssignTask(_) => "assign_task",
        Given::OpenPulse(_) => "open_pulse",
        Given::InviteCommittee(_) => "invite_committee",
        Given::RequestVisit(_) => "request_visit",
        Given::ProposeChallenge(_) => "propose_challenge",
    }
}

fn training(
    who: &Caller,
    violations: &mut Violations,
    field: &str,
    barrier: Barrier,
    step: pb::AssignTraining,
) -> Result<Step, Error> {
    if barrier.refuses_training() {
        violations.add(field, barrier.as_str(), Rule::unknown_value(KINDS));
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

fn pulse(violations: &mut Violations, field: &str, step: &pb::OpenPulse) -> Step {
    let mut questions = Vec::new();
    let most = Question::ALL.len();
    let field = format!("{field}.questions");
    if step.questions.is_empty() {
        violations.add(&field, "", Rule::TooFew { min: 1 });
    }
    violations.count(&field, step.questions.len(), most);
    for (number, given) in step.questions.iter().enumerate().take(most) {
        let field = format!("{field}[{number}]");
        match Question::ALL.into_iter().find(|q| i32::from(convert::question(*q)) == *given) {
            None => {
                let shown = PulseQuestionKind::try_from(*given)
                    .map_or_else(|_| given.to_string(), |k| k.as_str_name().into());
                let allowed = Question::ALL.map(|q| convert::question(q).as_str_name());
                violations.add(field, shown, Rule::unknown_value(&allowed));
            }
            Some(question) if questions.contains(&question) => {
                violations.add(field, convert::question(question).as_str_name(), Rule::Duplicate);
            }
            Some(question) => questions.push(question),
        }
    }
    Step::Pulse { questions }
}

fn committee(violations: &mut Violations, field: &str, step: &pb::InviteCommittee) -> Step {
    let title = text_of(violations, &format!("{field}.title"), step.title.as_ref(), Wanted::Required, 200);
    let description = text_of(
        violations,
        &format!("{field}.description"),
        step.description.as_ref(),
        Wanted::Optional,
        2_000,
    );
    Step::Committee { title, description }
}

fn visit(violations: &mut Violations, field: &str, step: pb::RequestVisit) -> Step {
    let reason = words(violations, &format!("{field}.reason"), step.reason, 500);
    violations.range(&format!("{field}.due_days"), step.due_days, 1..=180);
    Step::Visit { reason, due_days: step.due_days }
}

fn challenge(violations: &mut Violations, field: &str, step: &pb::ProposeChallenge) -> Step {
    let title = text_of(violations, &format!("{field}.title"), step.title.as_ref(), Wanted::Optional, 120);
    let given = step.measure;
    let measure = Measure::ALL.into_iter().find(|m| i32::from(convert::measure(*m)) == given);
    let measure = measure.unwrap_or_else(|| {
        // Courses and other departments are for HR to choose, with each challenge.
        let allowed = Measure::ALL.map(|m| convert::measure(m).as_str_name());
        let shown =
            ChallengeMeasure::try_from(given).map_or_else(|_| given.to_string(), |m| m.as_str_name().into());
        violations.add(format!("{field}.measure"), shown, Rule::unknown_value(&allowed));
        Measure::AdoptionIndex
    });
    Step::Challenge { measure, title }
}
