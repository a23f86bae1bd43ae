//! Whom events name: an ordinal for each external id, whether the directory has it or not. That somebody appears in the
//! directory later changes nothing here: counting looks the external id up.

use std::collections::{HashMap, HashSet};

use kit::{
    db::{
        Tx,
        row::CHUNK,
        sql::{execute, placeholders, statement},
    },
    error::Error,
    text::normalize,
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::numbers::{day, ordinal};

/// Somebody whom events name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// The number in events and bitmaps.
    pub ordinal: u32,
    /// The last day of an event, as far as it was noted.
    pub last_day: i32,
}

#[derive(FromQueryResult)]
struct Row {
    external_key: String,
    ordinal: i64,
    last_day: i64,
}

/// The subjects of these external ids, normalised; those of whom no event came are left out.
pub async fn find<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    keys: &[String],
) -> Result<HashMap<String, Subject>, Error> {
    let mut found = HashMap::with_capacity(keys.len());
    for chunk in keys.chunks(CHUNK) {
        let sql = format!(
            "SELECT external_key, ordinal, last_day FROM subject WHERE organization = $1 AND external_key IN ({})",
            placeholders(2, chunk.len())
        );
        let values = std::iter::once(organization.into()).chain(chunk.iter().map(Value::from));
        for row in Row::find_by_statement(statement(db, sql, values)).all(db).await? {
            found.insert(
                row.external_key,
                Subject { ordinal: ordinal(row.ordinal), last_day: day(row.last_day) },
            );
        }
    }
    Ok(found)
}

/// Gives ordinals to external ids that have none, and notes the last day.
pub async fn ensure(tx: &Tx, organization: &str, external_ids: &[&str], last_day: i32) -> Result<(), Error> {
    for external_id in external_ids {
        // The smallest free number would make bitmaps denser; the next one makes them safe: no number is ever used for
        // two people while marks of the first may live.
        execute(
            tx,
            "INSERT INTO subject (organization, ordinal, external_id, external_key, last_day) \
             SELECT $1, COALESCE(MAX(ordinal), 0) + 1, $2, $3, $4 FROM subject WHERE organization = $1 \
             ON CONFLICT (organization, external_key) DO UPDATE SET last_day = excluded.last_day \
             WHERE subject.last_day < excluded.last_day",
            [
                organization.into(),
                (*external_id).into(),
                normalize(external_id).into(),
                i64::from(last_day).into(),
            ],
        )
        .await?;
    }
    Ok(())
}

/// The ordinals of all external ids of an organization, normalised.
pub async fn ordinals<C: ConnectionTrait>(db: &C, organization: &str) -> Result<HashMap<String, u32>, Error> {
    let sql = "SELECT external_key, ordinal, last_day FROM subject WHERE organization = $1";
    let rows = Row::find_by_statement(statement(db, sql, [organization.into()])).all(db).await?;
    Ok(rows.into_iter().map(|r| (r.external_key, ordinal(r.ordinal))).collect())
}

/// Which of these external ids, normalised, the directory has.
pub async fn known<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    keys: &[String],
) -> Result<HashSet<String>, Error> {
    let mut known = HashSet::with_capacity(keys.len());
    for chunk in keys.chunks(CHUNK) {
        let sql = format!(
            "SELECT external_key FROM directory_person WHERE organization = $1 AND external_key IN ({})",
            placeholders(2, chunk.len())
        );
        let values = std::iter::once(organization.into()).chain(chunk.iter().map(Value::from));
        for row in db.query_all_raw(statement(db, sql, values)).await? {
            known.insert(row.try_get("", "external_key")?);
        }
    }
    Ok(known)
}

/// How many subjects the directory does not have.
pub async fn unknown_count<C: ConnectionTrait>(db: &C, organization: &str) -> Result<u64, Error> {
    let sql = "SELECT COUNT(*) AS n FROM subject s WHERE s.organization = $1 AND NOT EXISTS (SELECT 1 FROM \
               directory_person p WHERE p.organization = s.organization AND p.external_key = s.external_key)";
    let row = db.query_one_raw(statement(db, sql, [organization.into()])).await?;
    Ok(super::numbers::count(row.map(|r| r.try_get("", "n")).transpose()?.unwrap_or(0)))
}

/// Forgets subjects of whom nothing is kept any longer and whom the directory does not have.
pub async fn forget_unknown(tx: &Tx, organization: &str, before_day: i32) -> Result<u64, Error> {
    execute(
        tx,
        "DELETE FROM subject WHERE organization = $1 AND last_day < $2 AND NOT EXISTS (SELECT 1 FROM \
         directory_person p WHERE p.organization = subject.organization AND p.external_key = subject.external_key) \
         AND ordinal < (SELECT MAX(ordinal) FROM subject WHERE organization = $1)",
        [organization.into(), i64::from(before_day).into()],
    )
    .await
}
