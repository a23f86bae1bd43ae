//! What is held about a person is told to that person, all of it, and to nobody else: what every service answers is compared
//! with every place of every table in which the person's id stands.

use std::collections::BTreeMap;

use kit::{db::Db, testing::columns};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};

use crate::{support::System, twins};

/// Services that answer for themselves; identity, whose answer is of another shape, has a test of its own.
const SERVICES: [&str; 6] = ["champions", "feedback", "incentives", "notifications", "telemetry", "training"];

/// In how many rows of a service's tables a person's id stands, in whatever column: tables and how many rows of each.
async fn stands(db: &Db, person: &str) -> Vec<(String, i64)> {
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for place in columns(db).await {
        let (table, column) = place.split_once('.').unwrap();
        let condition = format!("CAST({column} AS TEXT) LIKE '%{person}%'");
        tables.entry(table.to_owned()).or_default().push(condition);
    }
    let mut found = Vec::new();
    for (table, conditions) in tables {
        let select = format!("SELECT count(*) AS n FROM {table} WHERE {}", conditions.join(" OR "));
        let row =
            db.read().query_one_raw(Statement::from_string(db.backend(), select)).await.unwrap().unwrap();
        let rows: i64 = row.try_get("", "n").unwrap();
        if rows > 0 {
            found.push((table, rows));
        }
    }
    found
}

async fn told(system: &System, service: &str, token: &str) -> Vec<Value> {
    let method = format!("hamgam.{service}.v1.HeldDataService.GetHeldData");
    let answer = system.must(&method, token, &json!({})).await;
    answer["kinds"].as_array().cloned().unwrap_or_default()
}

#[tokio::test]
async fn every_row_with_a_person_in_it_is_told_to_that_person() {
    let system = System::start().await;
    let east = twins::found(&system, "east").await;
    let west = twins::found(&system, "west").await;
    system.harness.settle().await;
    let list = "hamgam.identity.v1.PersonService.ListPeople";
    let everybody = system.must(list, &east.token, &json!({ "parent": east.parent() })).await;
    let everybody = everybody["people"].as_array().cloned().unwrap();
    assert!(everybody.len() >= 2, "{everybody:?}");

    let (mut compared, mut wrong) = (0, Vec::new());
    for (service, db) in system.databases() {
        for person in &everybody {
            let id = person["name"].as_str().unwrap().rsplit('/').next().unwrap();
            let stands = stands(&db, id).await;
            let rows: i64 = stands.iter().map(|(_, rows)| rows).sum();
            compared += rows;
            if service == "adoption" && rows > 0 {
                wrong.push(format!("adoption knows no person, but {stands:?}"));
            }
            if !SERVICES.contains(&service) {
                continue;
            }
            let kinds = told(&system, service, &system.token(east.id, id, &[])).await;
            let count: i64 = kinds.iter().map(|k| k["count"].as_i64().unwrap()).sum();
            // Rows that belong to a row of the person are told as well, and do not name the person.
            if count < rows {
                wrong.push(format!(
                    "{service} tells {count} of {rows} rows of {}: {stands:?}",
                    person["displayName"]
                ));
            }
            for kind in &kinds {
                for language in ["en", "fa", "ar"] {
                    for text in ["title", "purpose"] {
                        assert!(kind[text][language].as_str().is_some_and(|t| !t.is_empty()), "{kind}");
                    }
                }
            }
            // The same id in another organization is somebody else.
            let foreign = told(&system, service, &system.token(west.id, id, &[])).await;
            if !foreign.is_empty() {
                wrong.push(format!("{service} tells another organization {foreign:?}"));
            }
        }
    }
    println!("{} of {compared} rows are not told", wrong.len());
    assert!(compared > 30, "people stand in the tables: {compared}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
