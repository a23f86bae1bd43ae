use std::collections::HashMap;

use super::*;
use crate::{
    db::Db,
    testing::{World, beginning},
};

async fn db(world: &World) -> Db {
    Db::open(&world.context.config.database, "imports", crate::imports::migrations).await.unwrap()
}

fn new_import(id: &str) -> Stored {
    create(id, "directory", "people.csv", Language::Fa, "p1", beginning())
}

#[tokio::test]
async fn a_file_comes_back_as_it_was_sent() {
    let world = World::new().await;
    let db = db(&world).await;
    let file: Vec<u8> = (0..1_500_000_u32).flat_map(u32::to_le_bytes).take(1_500_000).collect();
    let mut import = new_import("a");
    let (first, second) = file.split_at(700_000);

    let tx = db.begin().await.unwrap();
    save(&tx, "o", &import).await.unwrap();
    append(&tx, "o", &mut import, 0, first).await.unwrap();
    append(&tx, "o", &mut import, 0, first).await.expect("a part that is there already is ignored");
    let gap = append(&tx, "o", &mut import, 800_000, second).await.unwrap_err();
    assert!(matches!(gap, Error::Precondition { reason, .. } if reason == "UPLOAD_GAP"));
    append(&tx, "o", &mut import, 700_000, second).await.unwrap();
    tx.commit().await.unwrap();

    let kept = load(db.read(), "o", "a").await.unwrap().unwrap();
    assert_eq!(kept, import);
    assert_eq!(content(db.read(), "o", &kept).await.unwrap(), file);
    assert_eq!(load(db.read(), "other", "a").await.unwrap(), None);

    let tx = db.begin().await.unwrap();
    discard_content(&tx, "o", "a").await.unwrap();
    tx.commit().await.unwrap();
    assert!(content(db.read(), "o", &kept).await.is_err());
}

#[tokio::test]
async fn a_mapping_is_found_by_the_columns_whatever_their_order_and_spelling() {
    let world = World::new().await;
    let db = db(&world).await;
    let columns = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
    let mapping = pb::ImportMapping {
        columns: HashMap::from([("team".to_owned(), "تيم".to_owned())]),
        constants: HashMap::from([("site".to_owned(), "Tehran".to_owned())]),
    };
    let tx = db.begin().await.unwrap();
    save_mapping(&tx, "o", "directory", &columns(&["تيم", "Job"]), &mapping, beginning()).await.unwrap();
    save_mapping(&tx, "o", "directory", &columns(&["تيم", "Job"]), &mapping, beginning()).await.unwrap();
    tx.commit().await.unwrap();

    let again = saved_mapping(db.read(), "o", "directory", &columns(&["job", "تیم"])).await.unwrap().unwrap();
    assert_eq!(again.columns["team"], "تیم", "the name as it stands in this file");
    assert_eq!(again.constants["site"], "Tehran");
    for (organization, kind, names) in [
        ("other", "directory", ["تيم", "Job"]),
        ("o", "usage", ["تيم", "Job"]),
        ("o", "directory", ["تيم", "Post"]),
    ] {
        assert_eq!(saved_mapping(db.read(), organization, kind, &columns(&names)).await.unwrap(), None);
    }
}

#[tokio::test]
async fn work_that_was_interrupted_is_found_again() {
    let world = World::new().await;
    let db = db(&world).await;
    let tx = db.begin().await.unwrap();
    for id in ["a", "b", "c"] {
        let mut import = new_import(id);
        if id != "a" {
            import.message.set_state(pb::ImportState::Applying);
            import.skip_invalid = true;
        }
        save(&tx, "o", &import).await.unwrap();
    }
    tx.commit().await.unwrap();
    let (organization, import) =
        oldest_in_state(db.read(), pb::ImportState::Applying).await.unwrap().unwrap();
    assert_eq!((organization.as_str(), import.id.as_str(), import.skip_invalid), ("o", "b", true));
    assert_eq!(oldest_in_state(db.read(), pb::ImportState::Checking).await.unwrap(), None);

    let ids = |page: Vec<Stored>| page.into_iter().map(|i| i.id).collect::<Vec<_>>();
    assert_eq!(ids(list(db.read(), "o", "directory", None, 2).await.unwrap()), ["c", "b"]);
    assert_eq!(ids(list(db.read(), "o", "directory", Some("b"), 2).await.unwrap()), ["a"]);
    assert_eq!(ids(list(db.read(), "o", "usage", None, 2).await.unwrap()), Vec::<String>::new());
}

#[tokio::test]
async fn forgotten_uploads_do_not_stay() {
    let world = World::new().await;
    let db = db(&world).await;
    let tx = db.begin().await.unwrap();
    let mut import = new_import("a");
    save(&tx, "o", &import).await.unwrap();
    append(&tx, "o", &mut import, 0, b"a,b\n").await.unwrap();
    assert_eq!(discard_old(&tx, beginning()).await.unwrap(), 0);
    assert_eq!(discard_old(&tx, beginning() + jiff::SignedDuration::from_secs(1)).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(load(db.read(), "o", "a").await.unwrap(), None);
}
