//! A look into the tables of an installation, for what no call tells.

use sea_orm::{ConnectionTrait, DbBackend, Statement, TryGetableMany};

use crate::Home;

/// The rows that a statement answers.
pub async fn rows<T: TryGetableMany>(home: &Home, service: &str, sql: &str) -> Vec<T> {
    let db = home.database(service).await;
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(statement).await.expect("an answer");
    let rows = rows.iter().map(|row| T::try_get_many_by_index(row).expect("values of these kinds")).collect();
    db.close().await.expect("closed");
    rows
}

/// The whole number that a statement answers.
pub async fn number(home: &Home, service: &str, sql: &str) -> i64 {
    // A sum of whole numbers is not one of 64 bits everywhere.
    let rows: Vec<(i64,)> = rows(home, service, &format!("SELECT CAST(({sql}) AS BIGINT)")).await;
    rows.first().expect("a row").0
}

/// Whether the file of a service is as `SQLite` wrote it. `PostgreSQL` looks after its files itself.
pub async fn is_sound(home: &Home, service: &str) -> bool {
    let db = home.database(service).await;
    let backend = db.get_database_backend();
    db.close().await.expect("closed");
    let check = "SELECT COUNT(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'";
    backend == DbBackend::Postgres || number(home, service, check).await == 1
}
