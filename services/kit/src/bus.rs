//! Events between services: what a consumer is, and how a batch of events reaches it exactly once.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::Timestamp;
use prost::Name;
use sea_orm::{ConnectionTrait, Statement, Value};

use crate::{
    db::{Db, Tx, time::to_micros},
    error::Error,
};

/// An event on its way.
#[derive(Debug, Clone)]
pub struct Envelope {
    /// `UUIDv7`: the same for every delivery of the event.
    pub id: String,
    /// When it happened.
    pub time: Timestamp,
    /// The organization that it concerns.
    pub organization: String,
    /// The full name of the payload's message, `hamgam.identity.v1.PersonChanged`.
    pub kind: String,
    /// The encoded message.
    pub payload: Vec<u8>,
}

impl Envelope {
    /// The payload as the message that its kind names.
    pub fn decode<E: Name + Default>(&self) -> Result<E, Error> {
        Ok(E::decode(self.payload.as_slice())?)
    }

    /// Whether the payload is this message.
    pub fn is<E: Name>(&self) -> bool {
        self.kind == E::full_name()
    }
}

/// Something that a service does when an event arrives.
///
/// Events may come late, repeated and in any order; repetition is dealt with here, order by the `revision` that an
/// event carries. The effect is written in `tx`, together with the inbox row.
#[async_trait]
pub trait Consumer: Send + Sync {
    /// A name that never changes, `training.person_changed`: the key of the inbox.
    fn name(&self) -> &'static str;

    /// The full names of the messages that it wants.
    fn kinds(&self) -> Vec<String>;

    /// Takes one event.
    async fn consume(&self, tx: &Tx, event: &Envelope) -> Result<(), Error>;
}

/// A consumer with the database that it writes to.
#[derive(Clone)]
pub struct Subscription {
    consumer: Arc<dyn Consumer>,
    kinds: Arc<[String]>,
    db: Db,
}

impl Subscription {
    /// Subscribes `consumer`, which writes to `db`.
    pub fn new(consumer: Arc<dyn Consumer>, db: Db) -> Self {
        let kinds = consumer.kinds().into();
        Self { consumer, kinds, db }
    }

    /// Whether the consumer wants this kind of event.
    pub fn wants(&self, kind: &str) -> bool {
        self.kinds.iter().any(|k| k == kind)
    }

    /// Delivers events, all in one transaction if possible, else one by one. Answers those that failed, with the reason.
    pub async fn deliver(&self, events: &[&Envelope], now: Timestamp) -> Vec<(String, Error)> {
        if events.is_empty() || self.deliver_together(events, now).await.is_ok() {
            return Vec::new();
        }
        let mut failed = Vec::new();
        for event in events {
            if let Err(error) = self.deliver_together(&[event], now).await {
                failed.push((event.id.clone(), error));
            }
        }
        failed
    }

    async fn deliver_together(&self, events: &[&Envelope], now: Timestamp) -> Result<(), Error> {
        let tx = self.db.begin().await?;
        for event in events {
            if self.is_first_time(&tx, event, now).await? {
                self.consumer.consume(&tx, event).await?;
            }
        }
        tx.commit().await
    }

    async fn is_first_time(&self, tx: &Tx, event: &Envelope, now: Timestamp) -> Result<bool, Error> {
        let values: [Value; 3] =
            [self.consumer.name().into(), event.id.clone().into(), to_micros(now).into()];
        let inserted = tx
            .execute_raw(Statement::from_sql_and_values(
                tx.get_database_backend(),
                "INSERT INTO inbox (consumer, event_id, create_time) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                values,
            ))
            .await?;
        Ok(inserted.rows_affected() == 1)
    }
}
