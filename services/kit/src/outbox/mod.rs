//! State and its event commit together: the outbox table is the record of what has to be told.

pub(crate) mod relay;

use prost::Name;
use sea_orm::{ConnectionTrait, Statement, Value};

use crate::{clock::SharedClock, db::time::to_micros, error::Error, id::Ids};

/// Writes events beside the state that they tell of.
#[derive(Clone, Debug)]
pub struct Outbox {
    clock: SharedClock,
    ids: Ids,
}

impl Outbox {
    /// An outbox that stamps events with this clock and these identifiers.
    pub fn new(clock: SharedClock, ids: Ids) -> Self {
        Self { clock, ids }
    }

    /// Adds an event in the caller's transaction. Answers its id.
    pub async fn add<E: Name>(
        &self,
        tx: &impl ConnectionTrait,
        organization: &str,
        event: &E,
    ) -> Result<String, Error> {
        let id = self.ids.next();
        let values: [Value; 5] = [
            id.clone().into(),
            organization.into(),
            E::full_name().into(),
            to_micros(self.clock.now()).into(),
            event.encode_to_vec().into(),
        ];
        tx.execute_raw(Statement::from_sql_and_values(
            tx.get_database_backend(),
            "INSERT INTO outbox (event_id, organization, kind, create_time, payload) VALUES ($1, $2, $3, $4, $5)",
            values,
        ))
        .await?;
        Ok(id)
    }
}
