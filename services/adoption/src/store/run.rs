//! Evaluations on demand.

use kit::{
    db::{
        Tx,
        sql::{all, execute, one, placeholders},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::standing::Day;

/// One evaluation on demand.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Run {
    pub(crate) id: String,
    pub(crate) application: String,
    pub(crate) start_day: i32,
    pub(crate) end_day: i32,
    /// PENDING, RUNNING, DONE or EMPTY.
    pub(crate) state: String,
    pub(crate) days_done: i32,
    pub(crate) teams_judged: i32,
    pub(crate) flags_open: i32,
    pub(crate) create_time: i64,
    pub(crate) end_time: Option<i64>,
}

const COLUMNS: &str = "id, application, start_day, end_day, state, days_done, teams_judged, flags_open, \
                       create_time, end_time";

/// Keeps a run, new or changed.
pub(crate) async fn save(tx: &Tx, organization: &str, run: &Run) -> Result<(), Error> {
    let sql = format!(
        "INSERT INTO evaluation_run (organization, {COLUMNS}) VALUES ({}) ON CONFLICT (organization, id) \
         DO UPDATE SET state = excluded.state, days_done = excluded.days_done, \
         teams_judged = excluded.teams_judged, flags_open = excluded.flags_open, end_time = excluded.end_time",
        placeholders(1, 11)
    );
    let values = vec![
        organization.into(),
        run.id.clone().into(),
        run.application.clone().into(),
        run.start_day.into(),
        run.end_day.into(),
        run.state.clone().into(),
        run.days_done.into(),
        run.teams_judged.into(),
        run.flags_open.into(),
        run.create_time.into(),
        run.end_time.into(),
    ];
    execute(tx, &sql, values).await?;
    Ok(())
}

/// The run with this id.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Run>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM evaluation_run WHERE organization = $1 AND id = $2");
    one(db, &sql, vec![organization.into(), id.into()]).await
}

/// The run of an application and a range that has not ended.
pub(crate) async fn going<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    (start, end): (Day, Day),
) -> Result<Option<Run>, Error> {
    let all = all_going(db, organization, application).await?;
    Ok(all.into_iter().find(|run| (run.start_day, run.end_day) == (start, end)))
}

/// The runs of an application that have not ended, in the order in which they were asked for.
pub(crate) async fn all_going<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
) -> Result<Vec<Run>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM evaluation_run WHERE organization = $1 AND application = $2 \
         AND state IN ('PENDING', 'RUNNING') ORDER BY id"
    );
    all(db, sql, [organization.into(), application.into()]).await
}
