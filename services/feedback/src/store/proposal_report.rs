//! What people report to moderators, and what waits for a look.

use jiff::Timestamp;
use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
};
use sea_orm::{ConnectionTrait, Value};

use super::{execute, limit, statement};

/// How many reports about one thing are shown.
const SHOWN: i64 = 20;

/// A proposal or a comment of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Thing {
    pub(crate) proposal: String,
    /// `None` for the proposal itself.
    pub(crate) comment: Option<String>,
}

impl Thing {
    fn comment(&self) -> String {
        self.comment.clone().unwrap_or_default()
    }
}

/// What somebody reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Report {
    pub(crate) person: String,
    pub(crate) reason: String,
    pub(crate) time: Timestamp,
}

/// Notes a report; whether the person had not reported this thing before.
pub(crate) async fn add<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    thing: &Thing,
    report: &Report,
) -> Result<bool, Error> {
    let sql = "INSERT INTO proposal_report (organization, proposal, comment, person, reason, report_time) \
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
    let values = vec![
        organization.into(),
        thing.proposal.clone().into(),
        thing.comment().into(),
        report.person.clone().into(),
        report.reason.clone().into(),
        to_micros(report.time).into(),
    ];
    Ok(execute(db, sql, values).await? == 1)
}

/// The last reports about a thing.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    thing: &Thing,
) -> Result<Vec<Report>, Error> {
    let sql = "SELECT person, reason, report_time FROM proposal_report \
               WHERE organization = $1 AND proposal = $2 AND comment = $3 ORDER BY report_time DESC, person LIMIT $4";
    let values =
        vec![organization.into(), thing.proposal.clone().into(), thing.comment().into(), SHOWN.into()];
    let read = |row: sea_orm::QueryResult| {
        Ok(Report {
            person: row.try_get_by_index(0)?,
            reason: row.try_get_by_index(1)?,
            time: from_micros(row.try_get_by_index(2)?),
        })
    };
    db.query_all_raw(statement(db, sql, values)).await?.into_iter().map(read).collect()
}

/// Forgets the reports about a comment that is taken back.
pub(crate) async fn forget<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    thing: &Thing,
) -> Result<(), Error> {
    let sql = "DELETE FROM proposal_report WHERE organization = $1 AND proposal = $2 AND comment = $3";
    execute(db, sql, vec![organization.into(), thing.proposal.clone().into(), thing.comment().into()])
        .await?;
    Ok(())
}

/// What waits for a look, the oldest day first; each with its key, for the next page.
pub(crate) async fn queue<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    after: Option<&str>,
    most: u64,
) -> Result<Vec<(String, Thing)>, Error> {
    // Days before 1970 have no proposals, so that the number has the same length for thousands of years.
    let sql = "SELECT place, proposal, comment FROM ( \
                 SELECT CAST(100000 + day AS TEXT) || '|' || id || '|' AS place, id AS proposal, '' AS comment \
                   FROM proposal WHERE organization = $1 AND reviewed = $2 \
                 UNION ALL \
                 SELECT CAST(100000 + day AS TEXT) || '|' || proposal || '|' || id AS place, proposal, id AS comment \
                   FROM proposal_comment WHERE organization = $1 AND reviewed = $2 \
               ) AS waiting WHERE place > $3 ORDER BY place LIMIT $4";
    let values: Vec<Value> =
        vec![organization.into(), false.into(), after.unwrap_or_default().into(), limit(most)];
    let read = |row: sea_orm::QueryResult| {
        let (place, proposal, comment): (String, String, String) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        Ok((place, Thing { proposal, comment: Some(comment).filter(|c| !c.is_empty()) }))
    };
    db.query_all_raw(statement(db, sql, values)).await?.into_iter().map(read).collect()
}
