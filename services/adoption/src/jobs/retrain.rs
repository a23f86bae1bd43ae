//! `adoption.retrain`: assigns the retraining that interventions asked for, by rule: the teams, the position, and not
//! completed the course. Training keeps one assignment for each intervention, so asking twice does no harm.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    error::Error,
    module::{Job, Progress},
};
use proto::{
    identity::v1::Level,
    training::v1::{
        AssignRetrainingRequest, Assignment, Audience, CompletionCondition, Condition, FindCoursesForRequest,
        PositionCondition, TeamCondition, assignment::Target, condition::Kind,
        evidence_service_client::EvidenceServiceClient,
    },
};
use tonic::Status;

use super::{EVERY, evidence::is_passing};
use crate::{
    Adoption,
    domain::{
        barrier::Barrier,
        flag::Flag,
        intervention::{Intervention, StepState, TrainingStep, make_a_course},
    },
    names::{ApplicationName, InterventionName, PositionName, TeamName},
    store,
};

/// Steps at a time.
const STEPS_AT_ONCE: i64 = 20;
/// Teams that a rule names, at most.
const MOST_TEAMS: usize = 50;
/// Days until a missing course should be made.
const COURSE_DUE_DAYS: i32 = 14;

/// The job.
pub(super) struct Retrain(pub(super) Adoption);

#[async_trait]
impl Job for Retrain {
    fn name(&self) -> &'static str {
        "adoption.retrain"
    }

    fn every(&self) -> Duration {
        EVERY
    }

    async fn run(&self, _now: Timestamp) -> Result<Progress, Error> {
        let mut progress = Progress::Idle;
        for (organization, intervention, seq) in
            store::training_step::open(self.0.db.read(), STEPS_AT_ONCE).await?
        {
            if retrain(&self.0, &organization, &intervention, seq).await? {
                progress = Progress::Worked;
            }
        }
        Ok(progress)
    }
}

/// Whether the step came further.
async fn retrain(s: &Adoption, organization: &str, id: &str, seq: i32) -> Result<bool, Error> {
    let db = s.db.read();
    let Some(intervention) = store::intervention::load(db, organization, id).await? else { return Ok(false) };
    let Some(flag) = store::flag::load(db, organization, &intervention.flag).await? else { return Ok(false) };
    let steps = store::training_step::of(db, organization, id).await?;
    let Some(step) = steps.into_iter().find(|s| s.seq == seq && s.state == StepState::Open) else {
        return Ok(false);
    };
    let assigned = match assign(s, organization, &flag, &intervention, step.clone()).await {
        Err(status) if is_passing(Some(&status)) => return Ok(false),
        Err(status) => {
            tracing::warn!(code = ?status.code(), message = status.message(), "retraining refused");
            None
        }
        Ok(assigned) => assigned,
    };
    let tx = s.db.begin().await?;
    let found = assigned.is_some();
    let mut step = assigned.unwrap_or(TrainingStep { state: StepState::Done, ..step });
    // Training may have told of it before its answer came.
    let told = store::training_step::progress(&tx, organization, &step.assignment).await?;
    if told.is_some_and(|t| t.is_over()) {
        step.state = StepState::Done;
    }
    store::training_step::save(&tx, organization, &step).await?;
    if !found {
        let task = make_a_course(id, s.ids.next(), s.today() + COURSE_DUE_DAYS);
        let tree = kit::directory::teams(&tx, organization).await?;
        let team = Adoption::team_name(&tree, &flag.anchor);
        s.give_task(&tx, organization, &flag, &team, &intervention, &task).await?;
    }
    s.complete_if_done(&tx, organization, intervention).await?;
    tx.commit().await?;
    Ok(true)
}

/// The step as it is once assigned; `None` when there is no course that fits.
async fn assign(
    s: &Adoption,
    organization: &str,
    flag: &Flag,
    intervention: &Intervention,
    mut step: TrainingStep,
) -> Result<Option<TrainingStep>, Status> {
    let mut training = EvidenceServiceClient::new(s.transport.as_service("adoption", organization));
    if step.training.is_empty() {
        let level = if intervention.barrier == Barrier::Ability { Level::Proficient } else { Level::Novice };
        let request = FindCoursesForRequest {
            parent: format!("organizations/{organization}"),
            application: ApplicationName::new(organization, &flag.application).to_string(),
            feature: String::new(),
            position: PositionName::new(organization, &flag.position).to_string(),
            level: level.into(),
        };
        let found = training.find_courses_for(request).await?.into_inner();
        let Some(course) = found.courses.into_iter().next() else { return Ok(None) };
        step.title = course.title.into();
        step.training = course.course;
        if course.in_curriculum {
            step.positions = vec![flag.position.clone()];
        }
    }
    let source = InterventionName::new(organization, &intervention.id).to_string();
    let request = AssignRetrainingRequest {
        parent: format!("organizations/{organization}"),
        assignment: Some(assignment(organization, flag, &step)),
        request_id: format!("{}-{}", intervention.id, step.seq),
        source,
    };
    let made = training.assign_retraining(request).await?.into_inner();
    step.assignment = made.name;
    if step.title.is_empty() {
        step.title = made.target_title.into();
    }
    step.state = StepState::Assigned;
    Ok(Some(step))
}

fn assignment(organization: &str, flag: &Flag, step: &TrainingStep) -> Assignment {
    let teams =
        flag.members.iter().take(MOST_TEAMS).map(|t| TeamName::new(organization, t).to_string()).collect();
    let mut all_of = vec![Kind::Team(TeamCondition { teams })];
    if !step.positions.is_empty() {
        let positions =
            step.positions.iter().map(|p| PositionName::new(organization, p).to_string()).collect();
        all_of.push(Kind::Position(PositionCondition { positions }));
    }
    let is_course = step.training.contains("/courses/");
    if is_course {
        all_of.push(Kind::NotCompleted(CompletionCondition { course: step.training.clone() }));
    }
    let target = if is_course {
        Target::Course(step.training.clone())
    } else {
        Target::Curriculum(step.training.clone())
    };
    Assignment {
        target: Some(target),
        audience: Some(Audience {
            all_of: all_of.into_iter().map(|kind| Condition { kind: Some(kind) }).collect(),
            any_of: Vec::new(),
        }),
        due_working_days: step.due_working_days,
        enroll_later: true,
        ..Assignment::default()
    }
}
