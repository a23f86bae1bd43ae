//! A write transaction.

use std::{ops::Deref, sync::Arc};

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement};
use tokio::sync::Notify;

use crate::error::Error;

/// A transaction that may write. Dropping it undoes everything.
#[derive(Debug)]
pub struct Tx {
    inner: DatabaseTransaction,
    committed: Arc<Notify>,
}

impl Tx {
    pub(super) fn new(inner: DatabaseTransaction, committed: Arc<Notify>) -> Self {
        Self { inner, committed }
    }

    /// Makes everything durable, and wakes the relay that publishes what went into the outbox.
    pub async fn commit(self) -> Result<(), Error> {
        self.inner.commit().await?;
        self.committed.notify_one();
        Ok(())
    }

    /// The same for a transaction that put nothing into the outbox, so that nobody is woken: where commits are many.
    pub async fn commit_quietly(self) -> Result<(), Error> {
        self.inner.commit().await?;
        Ok(())
    }

    /// Undoes everything now.
    pub async fn rollback(self) -> Result<(), Error> {
        self.inner.rollback().await?;
        Ok(())
    }
}

impl Deref for Tx {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.inner
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }

    async fn execute_raw(&self, stmt: Statement) -> Result<ExecResult, DbErr> {
        self.inner.execute_raw(stmt).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.inner.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, stmt: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.inner.query_one_raw(stmt).await
    }

    async fn query_all_raw(&self, stmt: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.inner.query_all_raw(stmt).await
    }
}
