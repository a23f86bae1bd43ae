//! Writes rows anew so that nothing around them tells in which order they came.

use jiff::civil::Date;
use kit::{db::time::to_days, error::Error};
use sea_orm::{ConnectionTrait, DbBackend};

use super::{count, execute};

/// The rows of anonymous writers.
const TABLES: [(&str, &str); 3] = [
    ("proposal", "proposer IS NULL AND day >= $2 AND day < $3"),
    ("proposal_comment", "author IS NULL AND day >= $2 AND day < $3"),
    (
        "proposal_attachment",
        "proposal IN (SELECT p.id FROM proposal p WHERE p.organization = $1 AND p.proposer IS NULL \
         AND p.day >= $2 AND p.day < $3)",
    ),
];

/// Writes the anonymous rows of some days anew, in the order of their keys; whether there were any.
pub(crate) async fn rewrite<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    first: Date,
    before: Date,
) -> Result<bool, Error> {
    let mut any = false;
    for (table, condition) in TABLES {
        let values = || vec![organization.into(), to_days(first).into(), to_days(before).into()];
        let condition = format!("organization = $1 AND {condition}");
        any |= count(db, format!("SELECT COUNT(*) FROM {table} WHERE {condition}"), values()).await? > 0;
        // On SQLite they lie in the order of their keys already.
        if db.get_database_backend() == DbBackend::Postgres {
            let key = if table == "proposal" { "id" } else { "proposal, id" };
            let sql = format!(
                "WITH old AS (DELETE FROM {table} WHERE {condition} RETURNING *) \
                 INSERT INTO {table} SELECT * FROM old ORDER BY {key}"
            );
            execute(db, sql, values()).await?;
        }
    }
    Ok(any)
}

/// Puts what is left in order, and gives up the pages on which rows lay before.
pub(crate) async fn give_up_old_pages<C: ConnectionTrait>(db: &C) -> Result<(), Error> {
    if db.get_database_backend() == DbBackend::Postgres {
        for (table, _) in TABLES {
            // Everything in the order of its key: where a row lies would tell what was written around it.
            db.execute_unprepared(&format!("CLUSTER {table} USING {table}_pkey")).await?;
        }
    } else {
        db.execute_unprepared("VACUUM").await?;
        db.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
    }
    Ok(())
}
