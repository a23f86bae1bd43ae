//! `UpdatePerson` and `GetPerson`.

use prost_types::FieldMask;
use proto::identity::v1::{GetPersonRequest, Person, UpdatePersonRequest};
use tonic::Code;

use crate::support::{acme, broken, member, person, reason};

fn update(person: Person, paths: &[&str]) -> UpdatePersonRequest {
    let mask = FieldMask { paths: paths.iter().map(|p| (*p).to_owned()).collect() };
    UpdatePersonRequest { person: Some(person), update_mask: Some(mask) }
}

#[tokio::test]
async fn only_what_the_mask_names_changes() {
    let acme = acme().await;
    let sara = acme.somebody("sara").await;
    let boss = acme.find("boss").await.remove(0);
    let wanted = Person {
        name: sara.name.clone(),
        display_name: "Sara K.".into(),
        email: "other@acme.example".into(),
        manager: boss.name.clone(),
        ..Default::default()
    };
    let changed =
        acme.people().update_person(update(wanted, &["display_name", "manager"])).await.unwrap().into_inner();
    assert_eq!((changed.display_name.as_str(), &changed.manager), ("Sara K.", &boss.name));
    assert_eq!(changed.email, sara.email);
    let got =
        acme.people().get_person(GetPersonRequest { name: sara.name.clone() }).await.unwrap().into_inner();
    assert_eq!(got, changed);

    let stale = Person { etag: sara.etag, ..changed.clone() };
    assert_eq!(reason(acme.people().update_person(update(stale, &["level"])).await).0, Code::Aborted);
    let own = Person { manager: changed.name.clone(), ..changed.clone() };
    assert_eq!(broken(acme.people().update_person(update(own, &["manager"])).await)[0].1, "CYCLE");
    assert_eq!(broken(acme.people().update_person(update(changed, &["roles"])).await)[0].1, "UNKNOWN_VALUE");
}

#[tokio::test]
async fn a_person_moves_to_another_team_on_a_day() {
    let acme = acme().await;
    let (east, west) = (acme.team("East", "").await, acme.team("West", "").await);
    let seller = acme.position("seller").await;
    let mut sara = person("sara");
    sara.memberships = vec![member(&east, &seller, "2025-01-01")];
    let mut sara = acme.person(sara).await.unwrap();
    sara.memberships[0].end_day = "2026-02-28".into();
    sara.memberships.push(member(&west, &seller, "2026-03-01"));
    acme.people().update_person(update(sara, &["memberships"])).await.unwrap();
    let counts: Vec<_> = acme.tree().await.into_iter().map(|t| (t.display_name, t.member_count)).collect();
    assert_eq!(counts, [("East".to_owned(), 0), ("West".to_owned(), 1)]);
}
