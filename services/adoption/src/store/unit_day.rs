//! How everything that is judged together stood after each day.

use kit::{db::Tx, error::Error};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::sql::{all, execute, insert, join, split};
use crate::domain::{
    evaluator::{Before, DayResult, NotJudged},
    flag::Figures,
    standing::{Day, Standing, State},
};

/// A unit after a day.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub(crate) unit: String,
    pub(crate) anchor: String,
    pub(crate) position: String,
    pub(crate) before: Before,
    pub(crate) not_judged: Option<NotJudged>,
    pub(crate) figures: Figures,
}

#[derive(FromQueryResult)]
struct Row {
    day: i32,
    unit: String,
    anchor: String,
    members: String,
    position: String,
    state: String,
    calm_days: i32,
    quiet_until: i32,
    baseline_day: i32,
    not_judged: Option<String>,
    figures: String,
}

impl TryFrom<Row> for Kept {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let standing = Standing {
            day: row.day,
            state: State::of(&row.state),
            calm_days: u32::try_from(row.calm_days).unwrap_or(0),
            quiet_until: row.quiet_until,
        };
        Ok(Self {
            unit: row.unit,
            anchor: row.anchor,
            position: row.position,
            before: Before { standing, members: split(&row.members), baseline_day: row.baseline_day },
            not_judged: row.not_judged.as_deref().and_then(NotJudged::of),
            figures: serde_json::from_str(&row.figures)?,
        })
    }
}

/// Replaces everything about a day.
pub(crate) async fn replace(
    tx: &Tx,
    organization: &str,
    application: &str,
    day: Day,
    result: &DayResult,
) -> Result<(), Error> {
    let sql = "DELETE FROM unit_day WHERE organization = $1 AND application = $2 AND day = $3";
    execute(tx, sql, vec![organization.into(), application.into(), day.into()]).await?;
    let mut rows = Vec::with_capacity(result.units.len() + result.too_small.len());
    for unit in &result.units {
        let standing = &unit.before.standing;
        rows.push(vec![
            organization.into(),
            application.into(),
            day.into(),
            unit.group.id.clone().into(),
            unit.group.anchor.clone().into(),
            join(&unit.group.members).into(),
            unit.position.clone().into(),
            standing.state.as_str().into(),
            i32::try_from(standing.calm_days).unwrap_or(i32::MAX).into(),
            standing.quiet_until.into(),
            unit.before.baseline_day.into(),
            unit.not_judged.map(NotJudged::as_str).into(),
            serde_json::to_string(&Figures::of(unit))?.into(),
        ]);
    }
    let nothing = serde_json::to_string(&Figures::default())?;
    for team in &result.too_small {
        rows.push(vec![
            organization.into(),
            application.into(),
            day.into(),
            team.team.clone().into(),
            team.team.clone().into(),
            team.team.clone().into(),
            team.position.clone().into(),
            State::Cleared.as_str().into(),
            0.into(),
            Day::MIN.into(),
            day.into(),
            Some(NotJudged::TeamTooSmall.as_str()).into(),
            nothing.clone().into(),
        ]);
    }
    let into = "unit_day (organization, application, day, unit, anchor, members, position, state, calm_days, \
                quiet_until, baseline_day, not_judged, figures)";
    // A small team that stands for others and is too small by itself appears once, as the others' unit.
    insert(tx, into, rows, "ON CONFLICT DO NOTHING").await?;
    Ok(())
}

/// Everything about a day, by unit.
pub(crate) async fn on<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    day: Day,
) -> Result<Vec<Kept>, Error> {
    let sql = "SELECT day, unit, anchor, members, position, state, calm_days, quiet_until, baseline_day, not_judged, \
               figures FROM unit_day WHERE organization = $1 AND application = $2 AND day = $3 ORDER BY unit";
    let rows: Vec<Row> = all(db, sql, vec![organization.into(), application.into(), day.into()]).await?;
    rows.into_iter().map(Kept::try_from).collect()
}
