//! No table of adoption has room for a person.

use kit::{module::Module, testing::World};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

#[tokio::test]
async fn no_table_holds_a_person() {
    let world = World::new().await;
    let adoption = adoption::open(&world.context).await.expect("adoption opens");
    let db = adoption.db();
    let sql = match db.backend() {
        DbBackend::Sqlite => {
            "SELECT m.name || '.' || p.name AS name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'"
        }
        _ => {
            "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'adoption'"
        }
    };
    let rows = db.read().query_all_raw(Statement::from_string(db.backend(), sql)).await.expect("the schema");
    let columns: Vec<String> = rows.iter().map(|r| r.try_get("", "name").expect("a name")).collect();
    assert!(columns.len() > 100, "{columns:?}");
    for column in columns {
        for word in ["person", "people", "user", "email", "employee", "display_name_of", "manager", "subject"]
        {
            assert!(!column.contains(word), "{column} could hold a person");
        }
    }
}
