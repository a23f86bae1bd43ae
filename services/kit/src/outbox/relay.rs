//! Publishes what the outbox holds to the consumers in this process.
//!
//! A row goes away when every consumer has committed its effect. A consumer that fails gets the event again after a
//! while; after [`ATTEMPTS`] times the row is kept as dead for an operator to look at. Nothing waits behind it.

use std::{collections::HashMap, sync::Arc, time::Duration};

use jiff::Timestamp;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};

use crate::{
    bus::{Envelope, Subscription},
    clock::SharedClock,
    db::{
        Db,
        time::{from_micros, to_micros},
    },
    error::Error,
};

/// How often an event is offered to a consumer that fails.
const ATTEMPTS: i32 = 12;
/// Events that go into one transaction of a consumer.
const BATCH: u64 = 500;

/// Publishes the outbox of one service.
pub(crate) struct Relay {
    pub(crate) db: Db,
    pub(crate) clock: SharedClock,
    pub(crate) subscriptions: Arc<[Subscription]>,
}

#[derive(FromQueryResult)]
struct Row {
    seq: i64,
    event_id: String,
    organization: String,
    kind: String,
    create_time: i64,
    payload: Vec<u8>,
    attempts: i32,
}

impl Relay {
    /// Publishes until nothing is due. Answers whether there was anything.
    pub(crate) async fn drain(&self) -> Result<bool, Error> {
        let mut worked = false;
        loop {
            let rows = self.due(self.clock.now()).await?;
            if rows.is_empty() {
                return Ok(worked);
            }
            worked = true;
            self.publish(rows).await?;
        }
    }

    /// Publishes whenever something was committed, and once a second for what has to be tried again.
    pub(crate) async fn run(&self) {
        loop {
            if let Err(error) = self.drain().await {
                tracing::error!(%error, "the outbox could not be published");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            tokio::select! {
                () = self.db.committed() => {}
                () = tokio::time::sleep(Duration::from_secs(1)) => {}
            }
        }
    }

    async fn due(&self, now: Timestamp) -> Result<Vec<Row>, Error> {
        let backend = self.db.backend();
        let statement = Statement::from_sql_and_values(
            backend,
            "SELECT seq, event_id, organization, kind, create_time, payload, attempts FROM outbox \
             WHERE dead = $1 AND next_time <= $2 ORDER BY seq LIMIT $3",
            [Value::from(false), to_micros(now).into(), Value::BigInt(Some(BATCH.cast_signed()))],
        );
        Ok(Row::find_by_statement(statement).all(self.db.read()).await?)
    }

    async fn publish(&self, rows: Vec<Row>) -> Result<(), Error> {
        let now = self.clock.now();
        let attempts: HashMap<String, (i64, i32)> =
            rows.iter().map(|r| (r.event_id.clone(), (r.seq, r.attempts))).collect();
        let events: Vec<Envelope> = rows.into_iter().map(Envelope::from).collect();
        let mut failed: HashMap<String, Error> = HashMap::new();
        for subscription in self.subscriptions.iter() {
            let wanted: Vec<&Envelope> = events.iter().filter(|e| subscription.wants(&e.kind)).collect();
            failed.extend(subscription.deliver(&wanted, now).await);
        }

        let tx = self.db.begin().await?;
        let done: Vec<String> = events
            .iter()
            .filter(|e| !failed.contains_key(&e.id))
            .filter_map(|e| attempts.get(&e.id).map(|(seq, _)| seq.to_string()))
            .collect();
        if !done.is_empty() {
            // The numbers come from our own column, never from outside.
            tx.execute_unprepared(&format!("DELETE FROM outbox WHERE seq IN ({})", done.join(","))).await?;
        }
        for (event, error) in &failed {
            let Some((seq, so_far)) = attempts.get(event) else { continue };
            let attempt = so_far + 1;
            tracing::warn!(%error, event, attempt, "an event could not be delivered");
            let values: [Value; 5] = [
                attempt.into(),
                (to_micros(now) + backoff_micros(attempt)).into(),
                (attempt >= ATTEMPTS).into(),
                error.to_string().into(),
                (*seq).into(),
            ];
            tx.execute_raw(Statement::from_sql_and_values(
                self.db.backend(),
                "UPDATE outbox SET attempts = $1, next_time = $2, dead = $3, last_error = $4 WHERE seq = $5",
                values,
            ))
            .await?;
        }
        tx.commit().await
    }
}

/// One second, doubled with each attempt, at most an hour.
fn backoff_micros(attempt: i32) -> i64 {
    let seconds = 1_i64 << attempt.clamp(1, 12).cast_unsigned().saturating_sub(1);
    seconds.min(3_600) * 1_000_000
}

impl From<Row> for Envelope {
    fn from(row: Row) -> Self {
        Self {
            id: row.event_id,
            time: from_micros(row.create_time),
            organization: row.organization,
            kind: row.kind,
            payload: row.payload,
        }
    }
}
