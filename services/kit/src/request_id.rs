//! The same `request_id` gives the same answer for seven days.

use jiff::Timestamp;
use prost::Message;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};
use sha2::{Digest, Sha256};

use crate::{
    db::{Tx, time::to_micros},
    error::Error,
    localize::Language,
    violation::{Rule, Violations},
};

/// How long an answer is remembered, in microseconds: seven days.
const KEPT_MICROS: i64 = 7 * 86_400 * 1_000_000;

/// One idempotent request, inside its transaction.
pub struct RequestId<'a> {
    organization: &'a str,
    method: &'static str,
    id: &'a str,
    fingerprint: Vec<u8>,
    now: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    fingerprint: Vec<u8>,
    response: Vec<u8>,
}

impl<'a> RequestId<'a> {
    /// The request with this id; an empty id is remembered by nobody. The fingerprint is taken of the whole request.
    pub fn new<R: Message>(
        organization: &'a str,
        method: &'static str,
        id: &'a str,
        request: &R,
        now: Timestamp,
    ) -> Self {
        let fingerprint = Sha256::digest(request.encode_to_vec()).to_vec();
        Self { organization, method, id, fingerprint, now }
    }

    /// The answer given before. The same id with other content is bad input.
    pub async fn replay<M: Message + Default>(
        &self,
        tx: &Tx,
        language: Language,
    ) -> Result<Option<M>, Error> {
        if self.id.is_empty() {
            return Ok(None);
        }
        let statement = Statement::from_sql_and_values(
            tx.get_database_backend(),
            "SELECT fingerprint, response FROM request_id \
             WHERE organization = $1 AND method = $2 AND request_id = $3 AND create_time > $4",
            [
                Value::from(self.organization),
                self.method.into(),
                self.id.into(),
                (to_micros(self.now) - KEPT_MICROS).into(),
            ],
        );
        let Some(row) = Row::find_by_statement(statement).one(tx).await? else { return Ok(None) };
        if row.fingerprint != self.fingerprint {
            let mut violations = Violations::new(language);
            violations.add("request_id", self.id, Rule::Duplicate);
            return Err(Error::Invalid(violations));
        }
        Ok(Some(M::decode(row.response.as_slice())?))
    }

    /// Remembers the answer, in the transaction that has the effect.
    pub async fn remember<M: Message>(&self, tx: &Tx, response: &M) -> Result<(), Error> {
        if self.id.is_empty() {
            return Ok(());
        }
        tx.execute_raw(Statement::from_sql_and_values(
            tx.get_database_backend(),
            "INSERT INTO request_id (organization, method, request_id, fingerprint, response, create_time) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (organization, method, request_id) DO UPDATE SET \
             fingerprint = excluded.fingerprint, response = excluded.response, create_time = excluded.create_time",
            [
                Value::from(self.organization),
                self.method.into(),
                self.id.into(),
                self.fingerprint.clone().into(),
                response.encode_to_vec().into(),
                to_micros(self.now).into(),
            ],
        ))
        .await?;
        Ok(())
    }
}
