//! What other services keep of the directory: [`kit::directory`], fed by identity's own events.

use std::sync::Arc;

use jiff::civil::date;
use kit::{
    auth::Role,
    bus::{Consumer, Envelope},
    db::Db,
    directory::{self, Parts, Replica},
    module::{Context, Module},
    testing::ORGANIZATION,
};
use prost::Name;
use proto::identity::v1 as pb;
use sea_orm::ConnectionTrait;

use crate::support::{Acme, acme, id, member, person};

/// A service that keeps nothing but the copy.
struct Keeper {
    db: Db,
    parts: Parts,
}

#[async_trait::async_trait]
impl Module for Keeper {
    fn name(&self) -> &'static str {
        "keeper"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn routes(&self, _: &mut tonic::service::RoutesBuilder) {}

    fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        vec![Arc::new(Replica::new("keeper.directory", self.parts))]
    }
}

async fn keeper(context: &Context, parts: Parts) -> Keeper {
    let db = match parts {
        Parts::All => Db::open(context.database(), "keeper", || directory::migrations(Parts::All)).await,
        Parts::WithoutPeople => {
            Db::open(context.database(), "keeper", || directory::migrations(Parts::WithoutPeople)).await
        }
    };
    Keeper { db: db.unwrap(), parts }
}

/// Every event that identity told, as the relay delivers it.
async fn events(acme: &Acme) -> Vec<Envelope> {
    let sql = "SELECT event_id, kind, payload FROM outbox WHERE organization = 'acme' ORDER BY seq";
    let db = acme.identity.db();
    let rows = db.read().query_all_raw(sea_orm::Statement::from_string(db.backend(), sql)).await.unwrap();
    rows.into_iter()
        .map(|row| Envelope {
            id: row.try_get("", "event_id").unwrap(),
            time: acme.now(),
            organization: ORGANIZATION.into(),
            kind: row.try_get("", "kind").unwrap(),
            payload: row.try_get("", "payload").unwrap(),
        })
        .collect()
}

async fn deliver(keeper: &Keeper, events: &[Envelope]) {
    for consumer in keeper.consumers() {
        for event in events.iter().filter(|e| consumer.kinds().contains(&e.kind)) {
            let tx = keeper.db.begin().await.unwrap();
            consumer.consume(&tx, event).await.unwrap();
            tx.commit().await.unwrap();
        }
    }
}

/// Sara moved from East to West, which then moved below Sales; Omid left; Cyrus looks after Sales.
async fn history(acme: &Acme) -> (String, String) {
    let sales = acme.team("Sales", "").await;
    let east = acme.team("East", &sales).await;
    let west = acme.team("West", "").await;
    let seller = acme.position("seller").await;
    let site = acme.site("Tehran", "Asia/Tehran").await;
    let request = pb::AddHolidaysRequest {
        name: site.name.clone(),
        holiday_set: "holidaySets/nowruz".into(),
        first_year: 2026,
        last_year: 2026,
        holidays: vec![],
    };
    acme.sites().add_holidays(request).await.unwrap();
    let mut sara = person("sara");
    sara.external_id = "۱۲".into();
    sara.site = site.name;
    sara.memberships = vec![member(&east, &seller, "2025-01-01")];
    let mut sara = acme.person(sara).await.unwrap();
    sara.memberships[0].end_day = "2026-03-15".into();
    sara.memberships.push(member(&west, &seller, "2026-03-16"));
    acme.people()
        .update_person(pb::UpdatePersonRequest { person: Some(sara), update_mask: None })
        .await
        .unwrap();
    let omid = acme.somebody("omid").await;
    let end = pb::EndEmploymentRequest { name: omid.name, end_day: "2026-02-01".into() };
    acme.people().end_employment(end).await.unwrap();
    let cyrus = acme.somebody("cyrus").await;
    let roles = vec![pb::RoleGrant { role: Role::Champion as i32, teams: vec![sales.clone()] }];
    acme.people().set_roles(pb::SetRolesRequest { name: cyrus.name, roles }).await.unwrap();
    acme.teams()
        .move_team(pb::MoveTeamRequest { name: west.clone(), destination: sales.clone() })
        .await
        .unwrap();
    (id(&sales).to_owned(), id(&west).to_owned())
}

async fn check(keeper: &Keeper, sales: &str, west: &str) {
    let db = keeper.db.read();
    let sara = directory::person_by_external_id(db, ORGANIZATION, "12").await.unwrap().unwrap();
    assert_eq!(sara.memberships.len(), 2);
    let by_ids =
        directory::people_by_external_id(db, ORGANIZATION, &["١٢".into(), "none".into()]).await.unwrap();
    assert_eq!(by_ids["12"].id, sara.id);
    assert_eq!(
        directory::person_by_email(db, ORGANIZATION, "SARA@acme.example").await.unwrap().unwrap().id,
        sara.id
    );
    let tree = directory::teams(db, ORGANIZATION).await.unwrap();
    let below = tree.subtree(sales);
    assert_eq!(below.len(), 3);
    assert!(tree.is_within(west, sales));
    let members = directory::members_on(db, ORGANIZATION, &below, date(2026, 3, 2)).await.unwrap();
    assert_eq!(members.iter().map(|p| p.display_name.as_str()).collect::<Vec<_>>(), ["sara"]);
    let west_then =
        directory::members_on(db, ORGANIZATION, &[west.to_owned()], date(2026, 3, 16)).await.unwrap();
    assert_eq!(west_then.len(), 1);
    let site = directory::site(db, ORGANIZATION, sara.site.as_deref().unwrap()).await.unwrap().unwrap();
    assert!(sara.eligible_on(date(2026, 3, 19), Some(&site.calendar)).is_some());
    assert!(sara.eligible_on(date(2026, 3, 23), Some(&site.calendar)).is_none(), "Nowruz");
    let champions =
        directory::people_with_role(db, ORGANIZATION, Role::Champion, Some(west), date(2026, 3, 2))
            .await
            .unwrap();
    assert_eq!(champions.iter().map(|p| p.display_name.as_str()).collect::<Vec<_>>(), ["cyrus"]);
    let admins =
        directory::people_with_role(db, ORGANIZATION, Role::Admin, None, date(2026, 3, 2)).await.unwrap();
    assert_eq!(admins.len(), 1);
    let everybody = directory::everybody(db, ORGANIZATION).await.unwrap();
    assert_eq!(everybody.iter().filter(|p| p.employed_on(date(2026, 3, 2))).count(), 3);
    let organization = directory::organization(db, ORGANIZATION).await.unwrap().unwrap();
    assert_eq!(sara.reader(&organization).language, kit::localize::Language::En);
    assert_eq!(directory::positions(db, ORGANIZATION).await.unwrap().len(), 1);
    assert!(directory::everybody(db, "globex").await.unwrap().is_empty());
}

#[tokio::test]
async fn the_copy_answers_what_services_ask() {
    let acme = acme().await;
    let (sales, west) = history(&acme).await;
    let keeper = keeper(&acme.harness.context, Parts::All).await;
    deliver(&keeper, &events(&acme).await).await;
    check(&keeper, &sales, &west).await;
}

#[tokio::test]
async fn any_order_and_any_repetition_lead_to_the_same_copy() {
    let acme = acme().await;
    let (sales, west) = history(&acme).await;
    let mut events = events(&acme).await;
    events.reverse();
    let keeper = keeper(&acme.harness.context, Parts::All).await;
    deliver(&keeper, &events).await;
    check(&keeper, &sales, &west).await;
    // A schedule that is neither, twice.
    events.sort_by_key(|e| e.id.bytes().fold(7_u64, |h, b| h.wrapping_mul(31).wrapping_add(u64::from(b))));
    deliver(&keeper, &events).await;
    deliver(&keeper, &events).await;
    check(&keeper, &sales, &west).await;
}

#[tokio::test]
async fn a_copy_without_people_holds_nobody() {
    let acme = acme().await;
    let (sales, _) = history(&acme).await;
    let keeper = keeper(&acme.harness.context, Parts::WithoutPeople).await;
    let consumer = keeper.consumers().remove(0);
    assert!(!consumer.kinds().contains(&pb::PersonChanged::full_name()));
    deliver(&keeper, &events(&acme).await).await;
    assert_eq!(directory::teams(keeper.db.read(), ORGANIZATION).await.unwrap().subtree(&sales).len(), 3);
    assert!(directory::everybody(keeper.db.read(), ORGANIZATION).await.is_err(), "there is no such table");
}
