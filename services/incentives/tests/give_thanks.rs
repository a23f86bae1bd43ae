//! `GiveThanks`.

use proto::incentives::v1::{self as pb, ThanksGiven};
use tonic::Code;

use crate::support::{company, fields, name, parent, reason, text};

#[tokio::test]
async fn thanks_are_linked_to_a_value_and_told_to_who_is_thanked() {
    let company = company().await;
    let value = company.value("Care").await;
    let given = company.thank("w1", &["e1", "n1"], &value, "Thank you for the customer list").await.unwrap();
    assert_eq!(
        (given.giver_display_name.as_str(), &given.value_title, given.mine),
        ("W1", &text("Care"), true)
    );
    assert_eq!(given.people_display_names, ["E1", "N1"]);
    let team = pb::GiveThanksRequest {
        parent: parent(),
        team: name("teams", "east"),
        value: value.name.clone(),
        message: "You all helped at the fair".into(),
        ..Default::default()
    };
    assert_eq!(company.wall("w1").give_thanks(team).await.unwrap().into_inner().team_display_name, "EAST");
    company.settle().await;
    let told = company.neighbours.heard::<ThanksGiven>();
    assert_eq!(
        (told.len(), told[0].people.len(), told[1].team.as_str()),
        (2, 2, name("teams", "east").as_str())
    );
}

#[tokio::test]
async fn every_mistake_is_named_at_once() {
    let company = company().await;
    let request = pb::GiveThanksRequest {
        parent: parent(),
        people: vec![
            name("people", "w1"),
            name("people", "nobody"),
            name("people", "e1"),
            name("people", "e1"),
        ],
        value: "values/x".into(),
        message: "\u{202E}thanks".into(),
        ..Default::default()
    };
    let error = company.wall("w1").give_thanks(request.clone()).await.unwrap_err();
    assert_eq!(
        fields(&error),
        ["message", "message", "value", "people[0]", "people[1]", "people[3]"],
        "not oneself"
    );
    let nobody = pb::GiveThanksRequest {
        people: vec![],
        value: name("values", "none"),
        message: "x".repeat(501),
        ..request
    };
    assert_eq!(fields(&company.wall("w1").give_thanks(nobody).await.unwrap_err()), ["message", "people"]);
}

#[tokio::test]
async fn thanks_are_bounded_and_not_repeated() {
    let company = company().await;
    let value = company.value("Care").await;
    company.thank("w1", &["e1"], &value, "Thank you for the list").await.unwrap();
    let error = company.thank("w1", &["e1", "e2"], &value, "thank you  FOR the list").await.unwrap_err();
    assert_eq!(error.code(), Code::AlreadyExists);
    for i in 1..10 {
        company.thank("w1", &["e1"], &value, &format!("Thank you for the list {i}")).await.unwrap();
    }
    let error = company.thank("w1", &["e2"], &value, "Thank you for one more").await.unwrap_err();
    assert_eq!(error.code(), Code::ResourceExhausted);
    assert!(company.thank("w2", &["e2"], &value, "Thank you for one more").await.is_ok(), "others may");
    company.days_pass(1).await;
    assert!(company.thank("w1", &["e2"], &value, "Thank you for one more").await.is_ok());
}

#[tokio::test]
async fn a_request_has_one_effect_and_values_must_be_offered() {
    let company = company().await;
    let value = company.value("Care").await;
    let request = pb::GiveThanksRequest {
        parent: parent(),
        people: vec![name("people", "e1")],
        value: value.name.clone(),
        message: "Thank you for the list".into(),
        request_id: "r".into(),
        ..Default::default()
    };
    let once = company.wall("w1").give_thanks(request.clone()).await.unwrap().into_inner();
    assert_eq!(company.wall("w1").give_thanks(request).await.unwrap().into_inner(), once);
    company.moderation().archive_value(pb::ArchiveValueRequest { name: value.name.clone() }).await.unwrap();
    let error = company.thank("w1", &["e2"], &value, "Thank you for the list").await.unwrap_err();
    assert_eq!(reason(&error), "VALUE_ARCHIVED");
}
