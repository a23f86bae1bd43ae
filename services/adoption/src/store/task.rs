//! Tasks that interventions asked for.

use kit::{
    db::{
        Tx,
        sql::{Query, all, execute, one, placeholders},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::{flag::Actor, intervention::Task, playbook::Assignee, standing::Day};

const COLUMNS: &str = "id, intervention, assignee, title, description, due_day, state, complete_time, \
                       completed_by, note";

/// The order of [`list`].
pub(super) const EARLIEST_FIRST: &str = "due_day, id";

#[derive(FromQueryResult)]
pub(super) struct Row {
    id: String,
    intervention: String,
    assignee: String,
    title: String,
    description: String,
    due_day: i32,
    state: String,
    complete_time: Option<i64>,
    completed_by: Option<String>,
    note: String,
}

/// A task, and the flag that its intervention is about.
#[derive(FromQueryResult)]
pub(super) struct OfFlag {
    #[sea_orm(nested)]
    pub(super) task: Row,
    pub(super) flag: String,
}

impl TryFrom<Row> for Task {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        Ok(Self {
            assignee: Assignee::of(&row.assignee),
            title: serde_json::from_str(&row.title)?,
            description: serde_json::from_str(&row.description)?,
            completed_by: row.completed_by.as_deref().and_then(Actor::of),
            id: row.id,
            intervention: row.intervention,
            due_day: row.due_day,
            done: row.state == "DONE",
            complete_time: row.complete_time,
            note: row.note,
        })
    }
}

/// Keeps a task, new or changed.
pub(crate) async fn save(tx: &Tx, organization: &str, task: &Task) -> Result<(), Error> {
    let sql = format!(
        "INSERT INTO task (organization, {COLUMNS}) VALUES ({}) ON CONFLICT (organization, id) DO UPDATE SET \
         state = excluded.state, complete_time = excluded.complete_time, completed_by = excluded.completed_by, \
         note = excluded.note",
        placeholders(1, 11)
    );
    let values = vec![
        organization.into(),
        task.id.clone().into(),
        task.intervention.clone().into(),
        task.assignee.as_str().into(),
        serde_json::to_string(&task.title)?.into(),
        serde_json::to_string(&task.description)?.into(),
        task.due_day.into(),
        if task.done { "DONE" } else { "OPEN" }.into(),
        task.complete_time.into(),
        task.completed_by.map(Actor::as_str).into(),
        task.note.clone().into(),
    ];
    execute(tx, &sql, values).await?;
    Ok(())
}

/// The tasks of an intervention, the earliest due first.
pub(crate) async fn of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    intervention: &str,
) -> Result<Vec<Task>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM task WHERE organization = $1 AND intervention = $2 ORDER BY due_day, id"
    );
    let rows: Vec<Row> = all(db, &sql, vec![organization.into(), intervention.into()]).await?;
    rows.into_iter().map(Task::try_from).collect()
}

/// The task with this id.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Task>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM task WHERE organization = $1 AND id = $2");
    let row: Option<Row> = one(db, &sql, vec![organization.into(), id.into()]).await?;
    row.map(Task::try_from).transpose()
}

/// What a list asks for.
#[derive(Debug, Default)]
pub(crate) struct Filter {
    /// Done ones too.
    pub(crate) done: bool,
    /// Only the champion's tasks for one of these teams; `None`: all tasks.
    pub(crate) champion_of: Option<Vec<String>>,
    /// The due day and id of the last one of the page before.
    pub(crate) after: Option<(Day, String)>,
    pub(crate) limit: u64,
}

/// Tasks, the earliest due first.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter,
) -> Result<Vec<Task>, Error> {
    let rows: Vec<Row> = filtered(organization, filter).page(db, EARLIEST_FIRST, filter.limit).await?;
    rows.into_iter().map(Task::try_from).collect()
}

/// The query of [`list`], without order and limit.
pub(super) fn filtered(organization: &str, filter: &Filter) -> Query {
    let mut query = Query::new(
        format!(
            "SELECT {COLUMNS}, (SELECT flag FROM intervention WHERE organization = $1 AND id = task.intervention) \
             AS flag FROM task WHERE organization = $1"
        ),
        organization,
    );
    if !filter.done {
        query.text(" AND state = 'OPEN'");
    }
    if let Some(teams) = &filter.champion_of {
        let of = " AND assignee = 'CHAMPION' AND intervention IN (SELECT id FROM intervention \
                  WHERE organization = $1 AND flag IN (SELECT flag FROM flag_team WHERE organization = $1 \
                  AND team IN (";
        query.list(of, teams.iter().map(String::as_str), ")))");
    }
    if let Some((day, id)) = &filter.after {
        query.value(" AND (due_day > ", *day, "");
        query.value(" OR (due_day = ", *day, "");
        query.value(" AND id > ", id.as_str(), "))");
    }
    query
}
