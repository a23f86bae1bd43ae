//! Published weeks: written once, never again.

use kit::{
    db::{Asked, Together, Tx, sql::insert},
    error::Error,
};
use sea_orm::FromQueryResult;

use crate::domain::evaluator::UnitWeek;

#[derive(FromQueryResult)]
pub(super) struct Row {
    unit: String,
    monday: i32,
    rate: Option<i32>,
    expected: Option<i32>,
    adoption_index: Option<i32>,
    void_days: i32,
}

impl From<Row> for UnitWeek {
    fn from(row: Row) -> Self {
        Self {
            unit: row.unit,
            monday: row.monday,
            rate: row.rate,
            expected: row.expected,
            index: row.adoption_index,
            void_days: row.void_days,
        }
    }
}

/// Publishes weeks; those that are published already stay as they are.
pub(crate) async fn publish(
    tx: &Tx,
    organization: &str,
    application: &str,
    weeks: &[UnitWeek],
) -> Result<(), Error> {
    let rows = weeks
        .iter()
        .map(|w| {
            vec![
                organization.into(),
                application.into(),
                w.unit.clone().into(),
                w.monday.into(),
                w.rate.into(),
                w.expected.into(),
                w.index.into(),
                w.void_days.into(),
            ]
        })
        .collect();
    let into =
        "published_week (organization, application, unit, monday, rate, expected, adoption_index, void_days)";
    insert(tx, into, rows, "ON CONFLICT DO NOTHING").await?;
    Ok(())
}

/// Asks for the newest weeks of a unit, newest first, beside others.
pub(super) fn ask_newest(
    together: &mut Together,
    organization: &str,
    application: &str,
    unit: &str,
    weeks: i32,
) -> Asked<Row> {
    let sql = "SELECT unit, monday, rate, expected, adoption_index, void_days FROM published_week \
               WHERE organization = $1 AND application = $2 AND unit = $3 ORDER BY monday DESC LIMIT $4";
    together.ask(sql, [organization.into(), application.into(), unit.into(), i64::from(weeks).into()])
}
