//! Forgets what the plumbing need not remember any longer: inbox rows and answers to request ids.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, Statement};

use crate::{
    db::{Db, time::to_micros},
    error::Error,
    module::{Job, Progress},
};

const DAY_MICROS: i64 = 86_400 * 1_000_000;
/// Events come up to thirty days late; their inbox rows stay a little longer.
const INBOX_DAYS: i64 = 45;
const REQUEST_ID_DAYS: i64 = 7;

/// The job that does it, for one service's database.
pub(crate) struct Housekeeping {
    pub(crate) db: Db,
}

#[async_trait]
impl Job for Housekeeping {
    fn name(&self) -> &'static str {
        "kit.housekeeping"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let now = to_micros(now);
        let tx = self.db.begin().await?;
        for (table, days) in [("inbox", INBOX_DAYS), ("request_id", REQUEST_ID_DAYS)] {
            tx.execute_raw(Statement::from_sql_and_values(
                tx.get_database_backend(),
                format!("DELETE FROM {table} WHERE create_time < $1"),
                [(now - days * DAY_MICROS).into()],
            ))
            .await?;
        }
        tx.commit().await?;
        Ok(Progress::Idle)
    }
}
