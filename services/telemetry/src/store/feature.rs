//! Features, those that somebody entered and those that events only named.

use std::collections::HashMap;

use kit::{
    db::{
        Tx,
        row::CHUNK,
        sql::{execute, number, placeholders, statement},
    },
    error::Error,
    localize::Text,
    text::normalize,
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::numbers::ordinal;

/// A feature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feature {
    /// Its number in its application, and its id.
    pub ordinal: u32,
    /// How events name it.
    pub code: String,
    /// What people call it; empty for the code.
    pub title: Text,
    /// Whether somebody entered it.
    pub known: bool,
    /// When it was entered, or first named.
    pub create_time: i64,
}

#[derive(FromQueryResult)]
struct Row {
    ordinal: i64,
    code: String,
    title_en: String,
    title_fa: String,
    title_ar: String,
    known: bool,
    create_time: i64,
}

impl From<Row> for Feature {
    fn from(row: Row) -> Self {
        Self {
            ordinal: ordinal(row.ordinal),
            code: row.code,
            title: Text::new(row.title_en, row.title_fa, row.title_ar),
            known: row.known,
            create_time: row.create_time,
        }
    }
}

const COLUMNS: &str = "ordinal, code, title_en, title_fa, title_ar, known, create_time";

/// The feature with this ordinal, entered by somebody.
pub async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    ordinal: u32,
) -> Result<Option<Feature>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM feature WHERE organization = $1 AND application = $2 AND ordinal = $3 AND known = $4"
    );
    let values = [organization.into(), application.into(), i64::from(ordinal).into(), true.into()];
    Ok(Row::find_by_statement(statement(db, sql, values)).one(db).await?.map(Feature::from))
}

/// The features with these codes, entered or not, by normalised code.
pub async fn find<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    keys: &[String],
) -> Result<HashMap<String, Feature>, Error> {
    let mut found = HashMap::with_capacity(keys.len());
    for chunk in keys.chunks(CHUNK) {
        let sql = format!(
            "SELECT {COLUMNS} FROM feature WHERE organization = $1 AND application = $2 AND code_key IN ({})",
            placeholders(3, chunk.len())
        );
        let values =
            [organization.into(), application.into()].into_iter().chain(chunk.iter().map(Value::from));
        for row in Row::find_by_statement(statement(db, sql, values)).all(db).await? {
            found.insert(normalize(&row.code), row.into());
        }
    }
    Ok(found)
}

/// Features that somebody entered, by normalised code, from after one on.
pub async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    after: &str,
    limit: u64,
) -> Result<Vec<Feature>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM feature WHERE organization = $1 AND application = $2 AND known = $3 \
         AND code_key > $4 ORDER BY code_key LIMIT $5"
    );
    let values = [organization.into(), application.into(), true.into(), after.into(), number(limit)];
    let rows = Row::find_by_statement(statement(db, sql, values)).all(db).await?;
    Ok(rows.into_iter().map(Feature::from).collect())
}

/// How many features somebody entered, and how many events only named.
pub async fn counts<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
) -> Result<(u64, u64), Error> {
    let sql = "SELECT known, COUNT(*) AS n FROM feature WHERE organization = $1 AND application = $2 GROUP BY known";
    let mut counts = (0, 0);
    for row in db.query_all_raw(statement(db, sql, [organization.into(), application.into()])).await? {
        let n = super::numbers::count(row.try_get("", "n")?);
        if row.try_get("", "known")? { counts.0 = n } else { counts.1 = n }
    }
    Ok(counts)
}

/// Writes features that are new, entered or only named; answers nothing for those that are there. The ordinals go on
/// from the highest.
pub async fn insert_new(
    tx: &Tx,
    organization: &str,
    application: &str,
    codes: &[(String, Text)],
    known: bool,
    now: i64,
) -> Result<(), Error> {
    for (code, title) in codes {
        execute(
            tx,
            "INSERT INTO feature (organization, application, ordinal, code, code_key, title_en, title_fa, title_ar, \
             known, create_time) SELECT $1, $2, COALESCE(MAX(ordinal), 0) + 1, $3, $4, $5, $6, $7, $8, $9 \
             FROM feature WHERE organization = $1 AND application = $2 \
             ON CONFLICT (organization, application, code_key) DO NOTHING",
            [
                organization.into(),
                application.into(),
                code.as_str().into(),
                normalize(code).into(),
                title.en.as_str().into(),
                title.fa.as_str().into(),
                title.ar.as_str().into(),
                known.into(),
                now.into(),
            ],
        )
        .await?;
    }
    Ok(())
}

/// Writes what changed of a feature that is there.
pub async fn update(tx: &Tx, organization: &str, application: &str, feature: &Feature) -> Result<(), Error> {
    execute(
        tx,
        "UPDATE feature SET title_en = $4, title_fa = $5, title_ar = $6, known = $7, create_time = $8 \
         WHERE organization = $1 AND application = $2 AND ordinal = $3",
        [
            organization.into(),
            application.into(),
            i64::from(feature.ordinal).into(),
            feature.title.en.as_str().into(),
            feature.title.fa.as_str().into(),
            feature.title.ar.as_str().into(),
            feature.known.into(),
            feature.create_time.into(),
        ],
    )
    .await?;
    Ok(())
}

/// The codes of all features of an application that somebody entered, by ordinal.
pub async fn codes<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
) -> Result<HashMap<u32, String>, Error> {
    let sql = "SELECT ordinal, code FROM feature WHERE organization = $1 AND application = $2 AND known = $3";
    let values = [organization.into(), application.into(), true.into()];
    let rows = db.query_all_raw(statement(db, sql, values)).await?;
    rows.iter().map(|r| Ok((ordinal(r.try_get("", "ordinal")?), r.try_get("", "code")?))).collect()
}

/// The codes of all features of an application, those that events only named too, by ordinal.
pub async fn all_codes<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
) -> Result<HashMap<u32, String>, Error> {
    let sql = "SELECT ordinal, code FROM feature WHERE organization = $1 AND application = $2";
    let rows = db.query_all_raw(statement(db, sql, [organization.into(), application.into()])).await?;
    rows.iter().map(|r| Ok((ordinal(r.try_get("", "ordinal")?), r.try_get("", "code")?))).collect()
}
