//! `CreatePerson`.

use proto::identity::v1::{CreatePersonRequest, Person, PersonChanged};
use tonic::Code;

use crate::support::{acme, broken, member, parent, person, reason};

#[tokio::test]
async fn a_person_is_entered_once_and_told() {
    let acme = acme().await;
    let team = acme.team("Sales", "").await;
    let seller = acme.position("seller").await;
    let site = acme.site("Tehran", "Asia/Tehran").await;
    let mut sara = person("sara");
    sara.site = site.name;
    sara.memberships = vec![
        member(&team, &seller, "2025-06-01"),
        proto::identity::v1::Membership {
            end_day: "2025-05-31".into(),
            part_time_days: vec![1, 3],
            ..member(&team, &seller, "2025-01-01")
        },
    ];
    let request = CreatePersonRequest { parent: parent(), person: Some(sara), request_id: "r".into() };
    let first = acme.people().create_person(request.clone()).await.unwrap().into_inner();
    let again = acme.people().create_person(request).await.unwrap().into_inner();
    assert_eq!(first, again);
    assert_eq!(first.memberships[0].part_time_days, [1, 3]);
    assert_eq!(first.memberships[1].start_day, "2025-06-01");
    let told = acme.harness.published::<PersonChanged>().await;
    assert_eq!(told.last().unwrap().person, Some(first));
}

#[tokio::test]
async fn an_external_id_or_an_address_belongs_to_one_person() {
    let acme = acme().await;
    let mut sara = person("sara");
    sara.external_id = "۱۲".into();
    acme.person(sara).await.unwrap();
    let mut other = person("omid");
    other.external_id = "12".into();
    assert_eq!(reason(acme.person(other).await).0, Code::AlreadyExists);
    let mut other = person("omid");
    other.email = "SARA@acme.example".into();
    assert_eq!(reason(acme.person(other).await).0, Code::AlreadyExists);
    // Nobody's address is not an address that two share.
    for name in ["a", "b"] {
        acme.person(Person { email: String::new(), ..person(name) }).await.unwrap();
    }
}

#[tokio::test]
async fn a_name_that_reads_as_another_one_is_refused() {
    let acme = acme().await;
    let rules =
        broken(acme.person(Person { display_name: "Sara \u{202E}darom".into(), ..person("x") }).await);
    assert_eq!(rules, [("person.display_name".into(), "DIRECTION_OVERRIDE".into())]);
    acme.person(Person { display_name: "سارا\u{200F} (CRM)".into(), ..person("y") }).await.unwrap();
}

#[tokio::test]
async fn every_broken_rule_comes_at_once() {
    let acme = acme().await;
    let team = acme.team("Sales", "").await;
    let seller = acme.position("seller").await;
    let bad = Person {
        external_id: String::new(),
        display_name: String::new(),
        email: "nobody".into(),
        language: 42,
        employment_start_day: "2025-01-01".into(),
        employment_end_day: "2024-01-01".into(),
        site: format!("{}/sites/none", parent()),
        manager: "organizations/globex/people/x".into(),
        memberships: vec![
            member(&team, &seller, "2025-02-01"),
            member(&team, &seller, "2025-03-01"),
            member(&format!("{}/teams/none", parent()), &seller, "2024-12-31"),
        ],
        ..Default::default()
    };
    let rules: Vec<_> = broken(acme.person(bad).await);
    for expected in [
        ("person.external_id", "REQUIRED"),
        ("person.display_name", "REQUIRED"),
        ("person.email", "NOT_AN_EMAIL"),
        ("person.language", "UNKNOWN_VALUE"),
        ("person.manager", "NOT_FOUND"),
        ("person.employment_end_day", "ENDS_BEFORE_START"),
        ("person.memberships[1].start_day", "OVERLAPS"),
        ("person.memberships[2].start_day", "TOO_EARLY"),
        ("person.site", "NOT_FOUND"),
    ] {
        assert!(rules.iter().any(|(f, r)| (f.as_str(), r.as_str()) == expected), "{expected:?} in {rules:?}");
    }
    assert!(
        rules.iter().any(|(f, r)| f.starts_with("person.memberships[")
            && f.split('.').next_back() == Some("team")
            && r == "NOT_FOUND"),
        "{rules:?}"
    );
}
