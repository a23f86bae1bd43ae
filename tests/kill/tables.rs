//! What holds between the databases of an installation after any number of kills.

use std::time::Duration;

use lab::{
    Home,
    calls::PATIENCE,
    tables::{is_sound, number},
};

/// The services.
const SERVICES: [&str; 8] =
    ["identity", "telemetry", "training", "adoption", "feedback", "champions", "incentives", "notifications"];
/// The services that keep a copy of the people.
const REPLICAS: [&str; 6] = ["telemetry", "training", "feedback", "champions", "incentives", "notifications"];

/// Waits until every event has reached everybody; the server runs meanwhile.
pub(super) async fn until_delivered(home: &Home) {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    for service in SERVICES {
        while number(home, service, "SELECT COUNT(*) FROM outbox").await > 0 {
            assert!(tokio::time::Instant::now() < deadline, "events of {service} are not delivered");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
}

/// Every event reached everybody, no database is damaged, and every copy of the directory is whole.
pub(super) async fn assert_whole(home: &Home) {
    for service in SERVICES {
        let waiting = number(home, service, "SELECT COUNT(*) FROM outbox").await;
        assert_eq!(waiting, 0, "events of {service} were not delivered");
        assert!(is_sound(home, service).await, "the database of {service} is damaged");
    }
    let people = number(home, "identity", "SELECT COUNT(*) FROM person").await;
    let revisions = number(home, "identity", "SELECT SUM(revision) FROM person").await;
    for service in REPLICAS {
        let copied = number(home, service, "SELECT COUNT(*) FROM directory_person").await;
        assert_eq!(copied, people, "people known to {service}");
        let seen = number(home, service, "SELECT SUM(revision) FROM directory_person").await;
        assert_eq!(seen, revisions, "states of people known to {service}");
    }
}
