//! Writes rows anew so that nothing around them tells in which order they came.

use jiff::civil::Date;
use kit::{db::time::to_days, error::Error};
use sea_orm::{ConnectionTrait, DbBackend};

use super::{count, execute};

/// A table with rows of anonymous writers.
struct Table {
    name: &'static str,
    /// Which rows of some days.
    rows: &'static str,
    /// The order in which they are written: that of the key, which is random.
    key: &'static str,
}

/// Rounds that were open on one of the days. Who was asked lies beside what was answered: one transaction changed both.
const OF_ROUNDS: &str = "EXISTS (SELECT 1 FROM pulse_round r WHERE r.organization = $1 AND r.pulse = {table}.pulse \
                         AND r.number = {table}.number AND r.close_day >= $2 AND r.open_day < $3)";

const TABLES: [Table; 5] = [
    Table { name: "proposal", rows: "proposer IS NULL AND day >= $2 AND day < $3", key: "id" },
    Table {
        name: "proposal_comment",
        rows: "author IS NULL AND day >= $2 AND day < $3",
        key: "proposal, id",
    },
    Table {
        name: "proposal_attachment",
        rows: "proposal IN (SELECT p.id FROM proposal p WHERE p.organization = $1 AND p.proposer IS NULL \
               AND p.day >= $2 AND p.day < $3)",
        key: "proposal, id",
    },
    Table { name: "pulse_reply", rows: OF_ROUNDS, key: "pulse, number, id" },
    Table { name: "pulse_invitation", rows: OF_ROUNDS, key: "pulse, number, person" },
];

/// Writes the anonymous rows of some days anew, in the order of their keys; whether there were any.
pub(crate) async fn rewrite<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    first: Date,
    before: Date,
) -> Result<bool, Error> {
    let mut any = false;
    for Table { name, rows, key } in TABLES {
        let values = || vec![organization.into(), to_days(first).into(), to_days(before).into()];
        let condition = format!("organization = $1 AND {}", rows.replace("{table}", name));
        any |= count(db, format!("SELECT COUNT(*) FROM {name} WHERE {condition}"), values()).await? > 0;
        // On SQLite they lie in the order of their keys already.
        if db.get_database_backend() == DbBackend::Postgres {
            let sql = format!(
                "WITH old AS (DELETE FROM {name} WHERE {condition} RETURNING *) \
                 INSERT INTO {name} SELECT * FROM old ORDER BY {key}"
            );
            execute(db, sql, values()).await?;
        }
    }
    Ok(any)
}

/// Puts what is left in order, and gives up the pages on which rows lay before.
pub(crate) async fn give_up_old_pages<C: ConnectionTrait>(db: &C) -> Result<(), Error> {
    if db.get_database_backend() == DbBackend::Postgres {
        for Table { name, .. } in TABLES {
            // Everything in the order of its key: where a row lies would tell what was written around it.
            db.execute_unprepared(&format!("CLUSTER {name} USING {name}_pkey")).await?;
        }
    } else {
        db.execute_unprepared("VACUUM").await?;
        db.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
    }
    Ok(())
}
