//! Steps of interventions that ask somebody else.

use kit::{
    db::{
        Tx,
        row::{from_json, json},
        sql::{all, execute, one, placeholders},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{join, split};
use crate::domain::intervention::{Failure, Outreach, StepState};

const COLUMNS: &str = "intervention, seq, state, step, due_day, opened, failure";

#[derive(FromQueryResult)]
struct Row {
    intervention: String,
    seq: i32,
    state: String,
    step: String,
    due_day: Option<i32>,
    opened: String,
    failure: Option<String>,
}

impl TryFrom<Row> for Outreach {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        Ok(Self {
            intervention: row.intervention,
            seq: row.seq,
            state: StepState::of(&row.state),
            step: from_json(&row.step)?,
            due_day: row.due_day,
            opened: split(&row.opened),
            failure: row.failure.as_deref().and_then(Failure::of),
        })
    }
}

/// Keeps a new step.
pub(crate) async fn add(tx: &Tx, organization: &str, step: &Outreach) -> Result<(), Error> {
    let sql = format!("INSERT INTO outreach_step (organization, {COLUMNS}) VALUES ({})", placeholders(1, 8));
    let values = vec![
        organization.into(),
        step.intervention.clone().into(),
        step.seq.into(),
        step.state.as_str().into(),
        json(&step.step)?.into(),
        step.due_day.into(),
        join(&step.opened).into(),
        step.failure.map(Failure::as_str).into(),
    ];
    execute(tx, sql, values).await?;
    Ok(())
}

/// Keeps how far a step has come from a state; `false` when it is no longer there, as when a champion made a visit before the
/// answer of whoever was asked for it came.
pub(crate) async fn advance(
    tx: &Tx,
    organization: &str,
    from: StepState,
    step: &Outreach,
) -> Result<bool, Error> {
    let sql = "UPDATE outreach_step SET state = $1, opened = $2, failure = $3 WHERE organization = $4 \
               AND intervention = $5 AND seq = $6 AND state = $7";
    let values = vec![
        step.state.as_str().into(),
        join(&step.opened).into(),
        step.failure.map(Failure::as_str).into(),
        organization.into(),
        step.intervention.clone().into(),
        step.seq.into(),
        from.as_str().into(),
    ];
    Ok(execute(tx, sql, values).await? == 1)
}

/// The steps of an intervention, in order.
pub(crate) async fn of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    intervention: &str,
) -> Result<Vec<Outreach>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM outreach_step WHERE organization = $1 AND intervention = $2 ORDER BY seq"
    );
    let rows: Vec<Row> = all(db, sql, vec![organization.into(), intervention.into()]).await?;
    rows.into_iter().map(Outreach::try_from).collect()
}

/// The step at a place of an intervention.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    intervention: &str,
    seq: i32,
) -> Result<Option<Outreach>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM outreach_step WHERE organization = $1 AND intervention = $2 AND seq = $3"
    );
    let row: Option<Row> = one(db, sql, vec![organization.into(), intervention.into(), seq.into()]).await?;
    row.map(Outreach::try_from).transpose()
}

#[derive(FromQueryResult)]
struct Of {
    organization: String,
    intervention: String,
    seq: i32,
}

/// Steps of any organization that nobody was asked for yet, as organization, intervention and place.
pub(crate) async fn open<C: ConnectionTrait>(
    db: &C,
    limit: i64,
) -> Result<Vec<(String, String, i32)>, Error> {
    let sql = "SELECT organization, intervention, seq FROM outreach_step WHERE state = 'OPEN' \
               ORDER BY intervention, seq LIMIT $1";
    let rows: Vec<Of> = all(db, sql, vec![limit.into()]).await?;
    Ok(rows.into_iter().map(|r| (r.organization, r.intervention, r.seq)).collect())
}
