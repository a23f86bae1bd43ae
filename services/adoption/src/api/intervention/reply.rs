//! An intervention as it is answered.

use kit::{contract::localized, db::time::from_days, directory::TeamTree, error::Error};
use proto::adoption::v1 as pb;
use sea_orm::ConnectionTrait;

use crate::{
    Adoption,
    api::convert,
    domain::{
        flag::Flag,
        intervention::{Intervention, Outreach, Task, TrainingStep},
    },
    names::{ApplicationName, FlagName, InterventionName, PositionName, TaskName, TeamName},
    store,
};

/// An intervention with its steps; the flag says for whom it is.
pub(in crate::api) async fn whole<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    tree: &TeamTree,
    flag: &Flag,
    intervention: &Intervention,
) -> Result<pb::Intervention, Error> {
    let trainings = store::training_step::of(db, organization, &intervention.id).await?;
    let tasks = store::task::of(db, organization, &intervention.id).await?;
    let outreach = store::outreach::of(db, organization, &intervention.id).await?;
    let mut steps = Vec::with_capacity(trainings.len());
    for step in &trainings {
        steps.push(training(db, organization, step).await?);
    }
    Ok(pb::Intervention {
        name: InterventionName::new(organization, &intervention.id).to_string(),
        flag: FlagName::new(organization, &flag.id).to_string(),
        team: TeamName::new(organization, &flag.anchor).to_string(),
        team_display_name: Adoption::team_name(tree, &flag.anchor),
        members: flag.members.iter().map(|m| TeamName::new(organization, m).to_string()).collect(),
        application: ApplicationName::new(organization, &intervention.application).to_string(),
        barrier: convert::barrier(Some(intervention.barrier)).into(),
        state: if intervention.completed {
            pb::InterventionState::Completed
        } else {
            pb::InterventionState::Active
        }
        .into(),
        start_day: from_days(intervention.start_day).to_string(),
        trainings: steps,
        tasks: tasks.iter().map(|t| task(organization, tree, flag, t)).collect(),
        complete_time: intervention.complete_time.map(convert::instant),
        outreach: outreach.iter().map(asked).collect(),
    })
}

async fn training<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    step: &TrainingStep,
) -> Result<pb::TrainingStep, Error> {
    let progress = store::training_step::progress(db, organization, &step.assignment).await?;
    Ok(pb::TrainingStep {
        state: convert::state_of_step(step.state).into(),
        training: step.training.clone(),
        training_title: Some((&step.title).into()),
        assignment: step.assignment.clone(),
        positions: step.positions.iter().map(|p| PositionName::new(organization, p).to_string()).collect(),
        completed_share: progress.and_then(|p| p.completed_share()),
    })
}

fn asked(step: &Outreach) -> pb::OutreachStep {
    pb::OutreachStep {
        state: convert::state_of_step(step.state).into(),
        kind: convert::outreach_kind(&step.step).into(),
        title: localized(&step.title()),
        opened: step.opened.clone(),
        failure: convert::outreach_failure(step.failure).into(),
        due_day: convert::optional_day(step.due_day),
    }
}

/// A task; the flag says for which team it is.
pub(in crate::api) fn task(organization: &str, tree: &TeamTree, flag: &Flag, task: &Task) -> pb::Task {
    pb::Task {
        name: TaskName::new(organization, &task.intervention, &task.id).to_string(),
        assignee: convert::assignee(task.assignee).into(),
        title: Some((&task.title).into()),
        description: Some((&task.description).into()),
        due_day: from_days(task.due_day).to_string(),
        state: convert::step_state(task.done).into(),
        complete_time: task.complete_time.map(convert::instant),
        completed_by: task.completed_by.map_or(pb::Actor::Unspecified, convert::actor).into(),
        note: task.note.clone(),
        team: TeamName::new(organization, &flag.anchor).to_string(),
        team_display_name: Adoption::team_name(tree, &flag.anchor),
        flag: FlagName::new(organization, &flag.id).to_string(),
    }
}
