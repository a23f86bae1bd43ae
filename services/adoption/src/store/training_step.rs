//! Retraining that interventions asked for.

use kit::{
    db::{
        Tx,
        sql::{all, execute, one},
    },
    error::Error,
    localize::Text,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{join, split};
use crate::domain::intervention::{Retraining, StepState, TrainingStep};

const COLUMNS: &str = "intervention, seq, state, training, title, assignment, positions, due_working_days";

#[derive(FromQueryResult)]
struct Row {
    intervention: String,
    seq: i32,
    state: String,
    training: String,
    title: String,
    assignment: String,
    positions: String,
    due_working_days: i32,
}

impl TryFrom<Row> for TrainingStep {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let title: Text = serde_json::from_str(&row.title)?;
        Ok(Self {
            intervention: row.intervention,
            seq: row.seq,
            state: StepState::of(&row.state),
            training: row.training,
            title,
            assignment: row.assignment,
            positions: split(&row.positions),
            due_working_days: row.due_working_days,
        })
    }
}

/// Keeps a step, new or changed.
pub(crate) async fn save(tx: &Tx, organization: &str, step: &TrainingStep) -> Result<(), Error> {
    let sql = format!(
        "INSERT INTO training_step (organization, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         ON CONFLICT (organization, intervention, seq) DO UPDATE SET state = excluded.state, \
         training = excluded.training, title = excluded.title, assignment = excluded.assignment, \
         positions = excluded.positions"
    );
    let values = vec![
        organization.into(),
        step.intervention.clone().into(),
        step.seq.into(),
        step.state.as_str().into(),
        step.training.clone().into(),
        serde_json::to_string(&step.title)?.into(),
        step.assignment.clone().into(),
        join(&step.positions).into(),
        step.due_working_days.into(),
    ];
    execute(tx, &sql, values).await?;
    Ok(())
}

/// The steps of an intervention, in order.
pub(crate) async fn of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    intervention: &str,
) -> Result<Vec<TrainingStep>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM training_step WHERE organization = $1 AND intervention = $2 ORDER BY seq"
    );
    let rows: Vec<Row> = all(db, &sql, vec![organization.into(), intervention.into()]).await?;
    rows.into_iter().map(TrainingStep::try_from).collect()
}

#[derive(FromQueryResult)]
struct Of {
    organization: String,
    intervention: String,
    seq: i32,
}

/// Steps of any organization whose assignment is not made yet, as organization, intervention and place.
pub(crate) async fn open<C: ConnectionTrait>(
    db: &C,
    limit: i64,
) -> Result<Vec<(String, String, i32)>, Error> {
    let sql = "SELECT organization, intervention, seq FROM training_step WHERE state = 'OPEN' \
               ORDER BY intervention, seq LIMIT $1";
    let rows: Vec<Of> = all(db, sql, vec![limit.into()]).await?;
    Ok(rows.into_iter().map(|r| (r.organization, r.intervention, r.seq)).collect())
}

/// The intervention and place of the step that an assignment was made for.
pub(crate) async fn of_assignment<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    assignment: &str,
) -> Result<Option<(String, i32)>, Error> {
    let sql = "SELECT organization, intervention, seq FROM training_step \
               WHERE organization = $1 AND assignment = $2 ORDER BY intervention, seq LIMIT 1";
    let row: Option<Of> = one(db, sql, vec![organization.into(), assignment.into()]).await?;
    Ok(row.map(|r| (r.intervention, r.seq)))
}

/// Keeps how far the people of an assignment are, unless something newer is known.
pub(crate) async fn save_progress(
    tx: &Tx,
    organization: &str,
    assignment: &str,
    progress: &Retraining,
) -> Result<(), Error> {
    let sql = "INSERT INTO retraining (organization, assignment, enrolled, completed, enrolls, ended, revision) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (organization, assignment) DO UPDATE SET \
               enrolled = excluded.enrolled, completed = excluded.completed, enrolls = excluded.enrolls, \
               ended = excluded.ended, revision = excluded.revision \
               WHERE retraining.revision < excluded.revision";
    let number = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    let values = vec![
        organization.into(),
        assignment.into(),
        number(progress.enrolled).into(),
        number(progress.completed).into(),
        progress.enrolls.into(),
        progress.ended.into(),
        progress.revision.into(),
    ];
    execute(tx, sql, values).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct ProgressRow {
    enrolled: i32,
    completed: i32,
    enrolls: bool,
    ended: bool,
    revision: i64,
}

/// How far the people of an assignment are; `None` before training told.
pub(crate) async fn progress<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    assignment: &str,
) -> Result<Option<Retraining>, Error> {
    let sql = "SELECT enrolled, completed, enrolls, ended, revision FROM retraining \
               WHERE organization = $1 AND assignment = $2";
    let row: Option<ProgressRow> = one(db, sql, vec![organization.into(), assignment.into()]).await?;
    let number = |n: i32| u32::try_from(n).unwrap_or(0);
    Ok(row.map(|r| Retraining {
        enrolled: number(r.enrolled),
        completed: number(r.completed),
        enrolls: r.enrolls,
        ended: r.ended,
        revision: r.revision,
    }))
}
