//! Flags.

use kit::{
    db::{
        Tx,
        sql::{Query, all, execute, insert, one, placeholders},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::{join, split};
use crate::domain::{
    barrier::Barrier,
    flag::{Finding, Flag, Status, Verdict},
    standing::{Day, Decisions},
};

const COLUMNS: &str = "id, application, unit, anchor, members, position, positions, status, finding, raised_day, \
                       cleared_day, figures, proposed, barrier, verdict, rejected_after, snoozed_until, facts, \
                       facts_time, announced, create_time, version";

/// The order of [`list`].
pub(super) const NEWEST_FIRST: &str = "raised_day DESC, id DESC";

#[derive(FromQueryResult)]
pub(super) struct Row {
    id: String,
    application: String,
    unit: String,
    anchor: String,
    members: String,
    position: String,
    positions: String,
    status: String,
    finding: String,
    raised_day: i32,
    cleared_day: Option<i32>,
    figures: String,
    proposed: Option<String>,
    barrier: Option<String>,
    verdict: Option<String>,
    rejected_after: Option<i32>,
    snoozed_until: Option<i32>,
    facts: String,
    facts_time: Option<i64>,
    announced: bool,
    create_time: i64,
    version: i64,
}

impl TryFrom<Row> for Flag {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        Ok(Self {
            members: split(&row.members),
            positions: split(&row.positions),
            status: Status::of(&row.status),
            finding: Finding::parse(&row.finding).unwrap_or(Finding::Low),
            figures: serde_json::from_str(&row.figures)?,
            proposed: row.proposed.as_deref().and_then(Barrier::of),
            barrier: row.barrier.as_deref().and_then(Barrier::of),
            verdict: row.verdict.as_deref().and_then(Verdict::of),
            facts: serde_json::from_str(&row.facts)?,
            id: row.id,
            application: row.application,
            unit: row.unit,
            anchor: row.anchor,
            position: row.position,
            raised_day: row.raised_day,
            cleared_day: row.cleared_day,
            rejected_after: row.rejected_after,
            snoozed_until: row.snoozed_until,
            facts_time: row.facts_time,
            announced: row.announced,
            create_time: row.create_time,
            version: row.version,
        })
    }
}

/// Keeps a flag, new or changed.
pub(crate) async fn save(tx: &Tx, organization: &str, flag: &Flag) -> Result<(), Error> {
    let sql = format!(
        "INSERT INTO flag (organization, {COLUMNS}) VALUES ({}) ON CONFLICT (organization, id) DO UPDATE SET \
         members = excluded.members, position = excluded.position, positions = excluded.positions, \
         status = excluded.status, finding = excluded.finding, cleared_day = excluded.cleared_day, \
         figures = excluded.figures, proposed = excluded.proposed, barrier = excluded.barrier, \
         verdict = excluded.verdict, rejected_after = excluded.rejected_after, \
         snoozed_until = excluded.snoozed_until, facts = excluded.facts, facts_time = excluded.facts_time, \
         announced = excluded.announced, version = excluded.version",
        placeholders(1, 23)
    );
    let values: Vec<Value> = vec![
        organization.into(),
        flag.id.clone().into(),
        flag.application.clone().into(),
        flag.unit.clone().into(),
        flag.anchor.clone().into(),
        join(&flag.members).into(),
        flag.position.clone().into(),
        join(&flag.positions).into(),
        flag.status.as_str().into(),
        flag.finding.as_str().into(),
        flag.raised_day.into(),
        flag.cleared_day.into(),
        serde_json::to_string(&flag.figures)?.into(),
        flag.proposed.map(Barrier::as_str).into(),
        flag.barrier.map(Barrier::as_str).into(),
        flag.verdict.map(Verdict::as_str).into(),
        flag.rejected_after.into(),
        flag.snoozed_until.into(),
        serde_json::to_string(&flag.facts)?.into(),
        flag.facts_time.into(),
        flag.announced.into(),
        flag.create_time.into(),
        flag.version.into(),
    ];
    execute(tx, &sql, values).await?;
    let delete = "DELETE FROM flag_team WHERE organization = $1 AND flag = $2";
    execute(tx, delete, vec![organization.into(), flag.id.clone().into()]).await?;
    let mut teams = flag.members.clone();
    if !teams.contains(&flag.anchor) {
        teams.push(flag.anchor.clone());
    }
    let rows = teams
        .into_iter()
        .map(|team| vec![organization.into(), team.into(), flag.id.clone().into()])
        .collect();
    insert(tx, "flag_team (organization, team, flag)", rows, "ON CONFLICT DO NOTHING").await?;
    Ok(())
}

/// The flag with this id.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Flag>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM flag WHERE organization = $1 AND id = $2");
    let row: Option<Row> = one(db, &sql, vec![organization.into(), id.into()]).await?;
    row.map(Flag::try_from).transpose()
}

/// What a list asks for.
#[derive(Debug, Default)]
pub(crate) struct Filter<'a> {
    pub(crate) statuses: Vec<Status>,
    pub(crate) application: Option<&'a str>,
    pub(crate) unit: Option<&'a str>,
    /// Only flags about one of these teams; `None`: all.
    pub(crate) teams: Option<Vec<String>>,
    /// The key of the last one of the page before.
    pub(crate) after: Option<String>,
    pub(crate) limit: u64,
}

/// The key of a flag in a list: newest first.
pub(crate) fn key(flag: &Flag) -> String {
    format!("{}/{}", flag.raised_day, flag.id)
}

/// Flags, newest first.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter<'_>,
) -> Result<Vec<Flag>, Error> {
    let rows: Vec<Row> = filtered(organization, filter).page(db, NEWEST_FIRST, filter.limit).await?;
    rows.into_iter().map(Flag::try_from).collect()
}

/// The query of [`list`], without order and limit.
pub(super) fn filtered(organization: &str, filter: &Filter<'_>) -> Query {
    let mut query = match &filter.teams {
        None => Query::new(format!("SELECT {COLUMNS} FROM flag WHERE organization = $1"), organization),
        Some(teams) => about(organization, teams),
    };
    if let Some(application) = filter.application {
        query.value(" AND application = ", application, "");
    }
    if let Some(unit) = filter.unit {
        query.value(" AND unit = ", unit, "");
    }
    if !filter.statuses.is_empty() {
        query.list(" AND status IN (", filter.statuses.iter().map(|s| s.as_str()), ")");
    }
    if let Some((day, id)) = filter.after.as_deref().and_then(|a| a.split_once('/')) {
        let day: i32 = day.parse().unwrap_or(i32::MAX);
        query.value(" AND (raised_day < ", day, "");
        query.value(" OR (raised_day = ", day, "");
        query.value(" AND id < ", id, "))");
    }
    query
}

/// Flags about some teams. With CROSS JOIN, SQLite begins with the teams instead of going through all that are open.
fn about(organization: &str, teams: &[String]) -> Query {
    let begin = format!(
        "SELECT {COLUMNS} FROM (SELECT DISTINCT flag AS of_team FROM flag_team WHERE organization = $1"
    );
    let mut query = Query::new(begin, organization);
    let end = ")) t CROSS JOIN flag WHERE organization = $1 AND id = of_team";
    query.list(" AND team IN (", teams.iter().map(String::as_str), end);
    query
}

/// Flags of an application that are open or were raised or cleared on a day or later: what an evaluation from that day may touch.
pub(crate) async fn touched_from<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    day: Day,
) -> Result<Vec<Flag>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM flag WHERE organization = $1 AND application = $2 \
         AND (cleared_day IS NULL OR cleared_day >= $3) ORDER BY raised_day, id"
    );
    let rows: Vec<Row> = all(db, &sql, vec![organization.into(), application.into(), day.into()]).await?;
    rows.into_iter().map(Flag::try_from).collect()
}

/// Open flags, of any organization, whose facts were never collected or before an instant and whose cause is still looked
/// for, or that have been put off until today or before; the oldest first.
pub(crate) async fn waiting<C: ConnectionTrait>(
    db: &C,
    facts_before: i64,
    today: Day,
    limit: u64,
) -> Result<Vec<(String, Flag)>, Error> {
    #[derive(FromQueryResult)]
    struct Of {
        organization: String,
        id: String,
    }
    let sql = "SELECT flag.organization AS organization, flag.id AS id FROM flag JOIN application \
               ON application.organization = flag.organization AND application.application = flag.application \
               WHERE application.dirty_day IS NULL AND ((flag.status <> 'CLEARED' \
               AND (flag.verdict IS NULL OR (flag.verdict = 'CONFIRMED' AND flag.barrier = 'UNCLEAR')) \
               AND (flag.facts_time IS NULL OR flag.facts_time <= $1)) \
               OR (flag.status = 'SNOOZED' AND flag.snoozed_until <= $2)) \
               ORDER BY flag.create_time, flag.id LIMIT $3";
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let ids: Vec<Of> = all(db, sql, vec![facts_before.into(), today.into(), limit.into()]).await?;
    let mut flags = Vec::with_capacity(ids.len());
    for of in ids {
        if let Some(flag) = load(db, &of.organization, &of.id).await? {
            flags.push((of.organization, flag));
        }
    }
    Ok(flags)
}

#[derive(FromQueryResult)]
struct Decided {
    unit: String,
    day: Option<i32>,
}

/// What people decided about the units of an application.
pub(crate) async fn decisions<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
) -> Result<std::collections::HashMap<String, Decisions>, Error> {
    let mut decisions: std::collections::HashMap<String, Decisions> = std::collections::HashMap::new();
    let values = || vec![organization.into(), application.into()];
    let rejected = "SELECT unit, rejected_after AS day FROM flag WHERE organization = $1 AND application = $2 \
                    AND rejected_after IS NOT NULL ORDER BY raised_day, id";
    for row in all::<Decided, C>(db, rejected, values()).await? {
        decisions.entry(row.unit).or_default().rejected.extend(row.day);
    }
    let interventions = "SELECT unit, after_day AS day FROM intervention WHERE organization = $1 \
                         AND application = $2 ORDER BY after_day, id";
    for row in all::<Decided, C>(db, interventions, values()).await? {
        decisions.entry(row.unit).or_default().interventions.extend(row.day);
    }
    Ok(decisions)
}

#[derive(FromQueryResult)]
struct Number {
    number: i64,
}

/// How many flags of an application are open.
pub(crate) async fn open_count<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
) -> Result<i32, Error> {
    let sql = "SELECT COUNT(*) AS number FROM flag WHERE organization = $1 AND application = $2 \
               AND status <> 'CLEARED'";
    let row: Option<Number> = one(db, sql, vec![organization.into(), application.into()]).await?;
    Ok(row.map_or(0, |r| i32::try_from(r.number).unwrap_or(i32::MAX)))
}
