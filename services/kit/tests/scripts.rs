//! Statements that go together are done together, or not at all.

use kit::{db::Script, module::Module, testing::World};
use sea_orm::ConnectionTrait;

use crate::support::Counter;

fn script(statements: &[&str]) -> Script {
    let mut script = Script::default();
    for statement in statements {
        script.push(statement);
    }
    script
}

async fn numbers(counter: &Counter) -> Vec<i64> {
    let sql = "SELECT number FROM numbers ORDER BY number";
    let statement = sea_orm::Statement::from_string(counter.db().backend(), sql);
    let rows = counter.db().read().query_all_raw(statement).await.unwrap();
    rows.iter().map(|r| r.try_get("", "number").unwrap()).collect()
}

#[tokio::test]
async fn a_script_that_fails_leaves_nothing_behind_and_the_next_one_works() {
    let world = World::new().await;
    let counter = Counter::open(&world.context).await;
    let db = counter.db();
    db.run(script(&["CREATE TABLE numbers (number BIGINT NOT NULL)", "INSERT INTO numbers VALUES (1)"]))
        .await
        .unwrap();

    let failed =
        db.run(script(&["INSERT INTO numbers VALUES (2)", "INSERT INTO numbers VALUES (NULL)"])).await;
    assert!(failed.is_err());
    assert_eq!(numbers(&counter).await, [1]);

    db.run(script(&["INSERT INTO numbers VALUES (3)"])).await.unwrap();
    db.run(Script::default()).await.unwrap();
    let tx = db.begin().await.unwrap();
    script(&["INSERT INTO numbers VALUES (4)"]).run_in(&tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(numbers(&counter).await, [1, 3, 4]);
}

#[tokio::test]
async fn a_script_too_long_for_one_way_is_one_transaction_all_the_same() {
    let world = World::new().await;
    let counter = Counter::open(&world.context).await;
    let db = counter.db();
    db.run(script(&["CREATE TABLE numbers (number BIGINT NOT NULL)"])).await.unwrap();
    let rows: Vec<String> = (0..60_000).map(|n| format!("({n})")).collect();
    let long = format!("INSERT INTO numbers VALUES {}", rows.join(","));

    let failed = db.run(script(&[&long, &long, "INSERT INTO numbers VALUES (NULL)"])).await;
    assert!(failed.is_err());
    assert_eq!(numbers(&counter).await.len(), 0);

    db.run(script(&[&long, &long])).await.unwrap();
    assert_eq!(numbers(&counter).await.len(), 120_000);
}
