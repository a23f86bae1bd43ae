//! A service small enough to see through: it counts what it is told.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use async_trait::async_trait;
use kit::{
    bus::{Consumer, Envelope},
    db::{Db, Tx},
    error::Error,
    module::{Context, Module},
};
use prost::Name;
use proto::imports::v1::ImportCount;
use sea_orm::{ConnectionTrait, Statement};
use sea_orm_migration::prelude::*;
use tonic::service::RoutesBuilder;

/// Counts how often each kind of thing was announced. The event is any message of the contract.
pub(crate) struct Counter {
    pub(crate) db: Db,
    pub(crate) broken: Arc<AtomicBool>,
}

impl Counter {
    pub(crate) async fn open(context: &Context) -> Arc<Self> {
        let db = Db::open(context.database(), "counter", || vec![Box::new(Table0)]).await.unwrap();
        Arc::new(Self { db, broken: Arc::default() })
    }

    pub(crate) async fn count(&self, kind: &str) -> i64 {
        let statement = Statement::from_sql_and_values(
            self.db.backend(),
            "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) AS n FROM counted WHERE kind = $1",
            [kind.into()],
        );
        let row = self.db.read().query_one_raw(statement).await.unwrap().unwrap();
        row.try_get("", "n").unwrap()
    }
}

impl Module for Counter {
    fn name(&self) -> &'static str {
        "counter"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn routes(&self, _: &mut RoutesBuilder) {}

    fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        vec![Arc::new(Counted { broken: self.broken.clone() })]
    }
}

struct Counted {
    broken: Arc<AtomicBool>,
}

#[async_trait]
impl Consumer for Counted {
    fn name(&self) -> &'static str {
        "counter.counted"
    }

    fn kinds(&self) -> Vec<String> {
        vec![ImportCount::full_name()]
    }

    async fn consume(&self, tx: &Tx, event: &Envelope) -> Result<(), Error> {
        let event: ImportCount = event.decode()?;
        tx.execute_raw(Statement::from_sql_and_values(
            tx.get_database_backend(),
            "INSERT INTO counted (kind, n) VALUES ($1, $2) ON CONFLICT (kind) DO UPDATE SET n = counted.n + excluded.n",
            [event.kind.clone().into(), event.created.into()],
        ))
        .await?;
        // After the write, so that what is left of a failure would show.
        if self.broken.load(Ordering::SeqCst) && event.kind == "poison" {
            return Err(Error::internal("out of order"));
        }
        Ok(())
    }
}

struct Table0;

impl MigrationName for Table0 {
    fn name(&self) -> &'static str {
        "counter_000001"
    }
}

#[async_trait]
impl MigrationTrait for Table0 {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("counted")
                    .col(ColumnDef::new("kind").text().not_null().primary_key())
                    .col(ColumnDef::new("n").big_integer().not_null())
                    .to_owned(),
            )
            .await
    }
}
