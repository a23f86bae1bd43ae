//! A look into the databases of a server that is stopped, for what no call tells.

use std::{path::Path, time::Duration};

use lab::calls::PATIENCE;
use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};

/// The services.
pub(super) const SERVICES: [&str; 5] = ["identity", "telemetry", "training", "adoption", "notifications"];
/// The services that keep a copy of the people.
pub(super) const REPLICAS: [&str; 3] = ["telemetry", "training", "notifications"];

/// A whole number that a statement answers.
pub(super) async fn number(folder: &Path, service: &str, sql: &str) -> i64 {
    let file = folder.join("data").join(format!("{service}.sqlite"));
    let db = Database::connect(format!("sqlite://{}?mode=rw", file.display())).await.expect("the database");
    let statement = Statement::from_string(DbBackend::Sqlite, sql);
    let row = db.query_one_raw(statement).await.expect("an answer").expect("a row");
    let number = row.try_get_by_index(0).expect("a number");
    db.close().await.expect("closed");
    number
}

/// Waits until every event has reached everybody; the server runs meanwhile.
pub(super) async fn until_delivered(folder: &Path) {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    for service in SERVICES {
        while number(folder, service, "SELECT COUNT(*) FROM outbox").await > 0 {
            assert!(tokio::time::Instant::now() < deadline, "events of {service} are not delivered");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
}

/// Every event reached everybody, no database is damaged, and every copy of the directory is whole.
pub(super) async fn assert_whole(folder: &Path) {
    for service in SERVICES {
        let waiting = number(folder, service, "SELECT COUNT(*) FROM outbox").await;
        assert_eq!(waiting, 0, "events of {service} were not delivered");
        let sound = number(
            folder,
            service,
            "SELECT COUNT(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'",
        );
        assert_eq!(sound.await, 1, "the database of {service} is damaged");
    }
    let people = number(folder, "identity", "SELECT COUNT(*) FROM person").await;
    let revisions = number(folder, "identity", "SELECT SUM(revision) FROM person").await;
    for service in REPLICAS {
        let copied = number(folder, service, "SELECT COUNT(*) FROM directory_person").await;
        assert_eq!(copied, people, "people known to {service}");
        let seen = number(folder, service, "SELECT SUM(revision) FROM directory_person").await;
        assert_eq!(seen, revisions, "states of people known to {service}");
    }
}
