//! The copy of the directory that every service keeps.

use kit::{
    bus::{Consumer, Envelope},
    db::Db,
    directory::{self, Parts, Replica},
    testing::{ORGANIZATION, World},
};
use prost::Name;
use proto::identity::v1 as pb;

async fn open(world: &World) -> Db {
    Db::open(world.context.database(), "copy", || directory::migrations(Parts::WithoutPeople)).await.unwrap()
}

fn team(id: &str, display_name: &str, above: &[&str]) -> pb::Team {
    let name = |id: &str| format!("organizations/{ORGANIZATION}/teams/{id}");
    pb::Team {
        name: name(id),
        display_name: display_name.into(),
        parent: above.last().map(|a| name(a)).unwrap_or_default(),
        ancestors: above.iter().map(|a| name(a)).collect(),
        revision: 1,
        ..pb::Team::default()
    }
}

#[tokio::test]
async fn the_tree_is_as_it_was_told_whatever_teams_are_called() {
    let world = World::new().await;
    let db = open(&world).await;
    assert_eq!(
        directory::teams(db.read(), ORGANIZATION).await.unwrap().iter().count(),
        0,
        "nobody told of any"
    );

    let mut gone = team("gone", "Gone", &["top"]);
    gone.delete_time = Some(kit::db::time::to_proto(world.context.clock.now()));
    let told = [
        team("top", "فروش تهران", &[]),
        team("quotes", "\"Quick\" \\ 'Sure', [a] {b}", &["top"]),
        team("below", "مبيعات\u{200c}الرياض", &["top", "quotes"]),
        gone,
    ];
    let replica = Replica::new("copy.directory", Parts::WithoutPeople);
    let tx = db.begin().await.unwrap();
    for team in &told {
        let event = pb::TeamChanged { team: Some(team.clone()) };
        let envelope = Envelope {
            id: team.name.clone(),
            time: world.context.clock.now(),
            organization: ORGANIZATION.into(),
            kind: pb::TeamChanged::full_name(),
            payload: prost::Message::encode_to_vec(&event),
        };
        replica.consume(&tx, &envelope).await.unwrap();
    }
    tx.commit().await.unwrap();

    let tree = directory::teams(db.read(), ORGANIZATION).await.unwrap();
    for told in &told {
        let id = told.name.rsplit('/').next().unwrap();
        let alone = directory::team(db.read(), ORGANIZATION, id).await.unwrap();
        assert_eq!(tree.get(id), alone.as_ref(), "in the tree as by itself");
        assert_eq!(tree.get(id).map(|t| t.display_name.as_str()), Some(told.display_name.as_str()));
    }
    assert_eq!(tree.subtree("quotes"), ["below", "quotes"]);
    assert!(tree.is_within("below", "top"));
    assert!(tree.get("gone").is_some_and(|t| t.dissolved));
    assert_eq!(
        directory::teams(db.read(), "globex").await.unwrap().iter().count(),
        0,
        "another organization's"
    );
}
