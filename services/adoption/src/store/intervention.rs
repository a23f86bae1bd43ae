//! Interventions.

use kit::{
    db::{
        Tx,
        sql::{Query, execute, one, placeholders},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::{barrier::Barrier, intervention::Intervention};

const COLUMNS: &str = "id, flag, application, unit, barrier, state, start_day, after_day, complete_time";

#[derive(FromQueryResult)]
struct Row {
    id: String,
    flag: String,
    application: String,
    unit: String,
    barrier: String,
    state: String,
    start_day: i32,
    after_day: i32,
    complete_time: Option<i64>,
}

impl From<Row> for Intervention {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            flag: row.flag,
            application: row.application,
            unit: row.unit,
            barrier: Barrier::of(&row.barrier).unwrap_or(Barrier::Unclear),
            completed: row.state == "COMPLETED",
            start_day: row.start_day,
            after_day: row.after_day,
            complete_time: row.complete_time,
        }
    }
}

fn state(completed: bool) -> &'static str {
    if completed { "COMPLETED" } else { "ACTIVE" }
}

/// Keeps an intervention, new or changed.
pub(crate) async fn save(tx: &Tx, organization: &str, intervention: &Intervention) -> Result<(), Error> {
    let sql = format!(
        "INSERT INTO intervention (organization, {COLUMNS}) VALUES ({}) ON CONFLICT (organization, id) \
         DO UPDATE SET state = excluded.state, complete_time = excluded.complete_time",
        placeholders(1, 10)
    );
    let values = vec![
        organization.into(),
        intervention.id.clone().into(),
        intervention.flag.clone().into(),
        intervention.application.clone().into(),
        intervention.unit.clone().into(),
        intervention.barrier.as_str().into(),
        state(intervention.completed).into(),
        intervention.start_day.into(),
        intervention.after_day.into(),
        intervention.complete_time.into(),
    ];
    execute(tx, &sql, values).await?;
    Ok(())
}

/// The intervention with this id.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Intervention>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM intervention WHERE organization = $1 AND id = $2");
    let row: Option<Row> = one(db, &sql, vec![organization.into(), id.into()]).await?;
    Ok(row.map(Intervention::from))
}

/// What a list asks for.
#[derive(Debug, Default)]
pub(crate) struct Filter<'a> {
    pub(crate) completed: Option<bool>,
    pub(crate) flag: Option<&'a str>,
    /// Only for one of these teams; `None`: all.
    pub(crate) teams: Option<Vec<String>>,
    /// The id of the last one of the page before.
    pub(crate) after: Option<String>,
    pub(crate) limit: u64,
}

/// Interventions, newest first: ids grow with time.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter<'_>,
) -> Result<Vec<Intervention>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM intervention WHERE organization = $1");
    let mut query = Query::new(sql, organization);
    if let Some(completed) = filter.completed {
        query.value(" AND state = ", state(completed), "");
    }
    if let Some(flag) = filter.flag {
        query.value(" AND flag = ", flag, "");
    }
    if let Some(after) = &filter.after {
        query.value(" AND id < ", after.as_str(), "");
    }
    if let Some(teams) = &filter.teams {
        if teams.is_empty() {
            return Ok(Vec::new());
        }
        let of = " AND flag IN (SELECT flag FROM flag_team WHERE organization = $1 AND team IN (";
        query.list(of, teams.iter().map(String::as_str), "))");
    }
    let rows: Vec<Row> = query.page(db, "id DESC", filter.limit).await?;
    Ok(rows.into_iter().map(Intervention::from).collect())
}
