//! `SQLite` is built as the speed of every list with a limit needs it (`.cargo/config.toml` says why), and opened so that a
//! power cut loses nothing that was acknowledged.

use kit::{module::Module, testing::World};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::support::Counter;

#[tokio::test]
async fn plans_do_not_depend_on_values_and_no_lock_is_shared_by_all_connections() {
    let world = World::new().await;
    let counter = Counter::open(&world.context).await;
    let db = counter.db();
    if db.backend() != DbBackend::Sqlite {
        return;
    }
    let statement = Statement::from_string(DbBackend::Sqlite, "PRAGMA compile_options");
    let rows = db.read().query_all_raw(statement).await.unwrap();
    let options: Vec<String> = rows.iter().map(|r| r.try_get("", "compile_options").unwrap()).collect();

    assert!(options.contains(&"ENABLE_QPSG".to_owned()), "{options:?}");
    assert!(options.contains(&"DEFAULT_MEMSTATUS=0".to_owned()), "{options:?}");
    assert!(!options.contains(&"ENABLE_MEMORY_MANAGEMENT".to_owned()), "{options:?}");
}

#[tokio::test]
async fn a_commit_waits_for_the_disk() {
    let world = World::new().await;
    let counter = Counter::open(&world.context).await;
    let db = counter.db();
    if db.backend() != DbBackend::Sqlite {
        return;
    }
    let tx = db.begin().await.unwrap();
    let asked = |sql: &'static str| Statement::from_string(DbBackend::Sqlite, sql);
    let journal = tx.query_one_raw(asked("PRAGMA journal_mode")).await.unwrap().unwrap();
    assert_eq!(journal.try_get_by_index::<String>(0).unwrap(), "wal");
    let synchronous = tx.query_one_raw(asked("PRAGMA synchronous")).await.unwrap().unwrap();
    assert_eq!(synchronous.try_get_by_index::<i64>(0).unwrap(), 2, "FULL");
}
