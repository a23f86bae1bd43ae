//! `GetMe`, `UpdateMe`, `GetHeldData`.

use kit::auth::Role;
use prost_types::FieldMask;
use proto::{
    identity::v1::{GetHeldDataRequest, GetMeRequest, HeldDataKind, Me, Person, Theme, UpdateMeRequest},
    localization::v1::{Calendar, Digits, Language},
};

use crate::support::{PASSWORD, acme, broken, member, person};

#[tokio::test]
async fn a_screen_gets_all_it_needs_to_begin() {
    let acme = acme().await;
    let team = acme.team("Sales", "").await;
    let seller = acme.position("seller").await;
    let site = acme.site("Tehran", "Asia/Tehran").await;
    let mut sara = person("sara");
    sara.site = site.name.clone();
    sara.memberships = vec![member(&team, &seller, "2025-01-01")];
    let sara = acme.person(sara).await.unwrap();
    let me = acme.me(&sara.name).get_me(GetMeRequest {}).await.unwrap().into_inner();
    assert_eq!(me.site.as_ref().map(|s| &s.name), Some(&site.name));
    assert_eq!(me.teams[0].name, team);
    assert_eq!(me.roles, [Role::Member as i32]);
    assert_eq!(me.effective_language, Language::En as i32);
    assert_eq!(me.effective_calendar, Calendar::Gregorian as i32);
    assert_eq!(me.person, Some(sara));
}

#[tokio::test]
async fn one_chooses_how_one_reads() {
    let acme = acme().await;
    let sara = acme.somebody("sara").await;
    let choose = |person: Person, theme: i32, paths: &[&str]| UpdateMeRequest {
        me: Some(Me { person: Some(person), theme, ..Default::default() }),
        update_mask: Some(FieldMask { paths: paths.iter().map(|p| (*p).to_owned()).collect() }),
    };
    let persian = Person {
        language: Language::Fa as i32,
        display_name: "not mine to change".into(),
        ..Default::default()
    };
    let request = choose(persian, Theme::Dark as i32, &["person.language", "theme"]);
    let me = acme.me(&sara.name).update_me(request).await.unwrap().into_inner();
    assert_eq!(me.effective_calendar, Calendar::Jalali as i32);
    assert_eq!(me.effective_digits, Digits::Persian as i32);
    assert_eq!(me.theme, Theme::Dark as i32);
    assert_eq!(me.person.unwrap().display_name, "sara");
    let bad = choose(
        Person { language: 9, ..Default::default() },
        9,
        &["person.language", "theme", "person.email"],
    );
    assert_eq!(broken(acme.me(&sara.name).update_me(bad).await).len(), 3);
}

#[tokio::test]
async fn everything_that_is_held_is_shown_with_its_purpose() {
    let acme = acme().await;
    let sara = acme.somebody("sara").await;
    acme.welcome(&sara).await;
    acme.sign_in("sara@acme.example", PASSWORD).await.unwrap();
    let held = acme.me(&sara.name).get_held_data(GetHeldDataRequest {}).await.unwrap().into_inner();
    let kinds: Vec<_> = held.held_data.iter().map(proto::identity::v1::HeldData::kind).collect();
    assert_eq!(kinds, [HeldDataKind::Directory, HeldDataKind::Password, HeldDataKind::Sessions]);
    assert!(held.held_data.iter().all(|h| {
        let purpose = h.purpose.clone().unwrap();
        [purpose.en, purpose.fa, purpose.ar].iter().all(|t| !t.is_empty())
    }));
    assert_eq!(held.sessions.len(), 1);
}

#[tokio::test]
async fn attempts_to_sign_in_and_whom_one_manages_are_told() {
    let acme = acme().await;
    let sara = acme.somebody("sara").await;
    acme.welcome(&sara).await;
    let mut omid = person("omid");
    omid.manager = sara.name.clone();
    acme.person(omid).await.unwrap();
    assert!(acme.sign_in("sara@acme.example", "not the password").await.is_err());
    let held = acme.me(&sara.name).get_held_data(GetHeldDataRequest {}).await.unwrap().into_inner();
    let kinds: Vec<_> = held.held_data.iter().map(|h| (h.kind(), h.count, h.kept_days)).collect();
    assert!(kinds.contains(&(HeldDataKind::Attempts, 1, 1)), "{kinds:?}");
    assert!(kinds.contains(&(HeldDataKind::Managed, 1, 0)), "{kinds:?}");
}
