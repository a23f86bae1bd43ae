//! Retraining that interventions asked for.

use kit::{db::Tx, error::Error, localize::Text};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::sql::{all, execute, join, split};
use crate::domain::intervention::TrainingStep;

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
            done: row.state == "DONE",
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
        if step.done { "DONE" } else { "OPEN" }.into(),
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
