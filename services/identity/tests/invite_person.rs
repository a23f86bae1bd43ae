//! `InvitePerson` and `SetPassword`.

use proto::identity::v1::{EndEmploymentRequest, InvitePersonRequest, Person, SetPasswordRequest};
use tonic::Code;

use crate::support::{PASSWORD, acme, broken, person, reason};

fn invite(person: &Person) -> InvitePersonRequest {
    InvitePersonRequest { name: person.name.clone() }
}

fn set(token: &str, password: &str) -> SetPasswordRequest {
    SetPasswordRequest { token: token.into(), new_password: password.into() }
}

#[tokio::test]
async fn an_invitation_leads_to_a_first_password_and_works_once() {
    let acme = acme().await;
    let sara = acme.somebody("sara").await;
    assert_eq!(reason(acme.sign_in("sara@acme.example", PASSWORD).await).1, "WRONG_CREDENTIALS");
    acme.people().invite_person(invite(&sara)).await.unwrap();
    let older = acme.last_link().await;
    acme.people().invite_person(invite(&sara)).await.unwrap();
    let token = acme.last_link().await;
    let not_valid = (Code::FailedPrecondition, "LINK_NOT_VALID".to_owned());
    assert_eq!(reason(acme.sessions().set_password(set(&older, PASSWORD)).await), not_valid);
    for bad in ["short", "password1234", "sara@acme.exa", &"x".repeat(200)] {
        assert_eq!(broken(acme.sessions().set_password(set(&token, bad)).await)[0].0, "new_password");
    }
    let done = acme.sessions().set_password(set(&token, PASSWORD)).await.unwrap().into_inner();
    assert_eq!(done.email, "sara@acme.example");
    assert_eq!(reason(acme.sessions().set_password(set(&token, PASSWORD)).await), not_valid);
    assert!(acme.find("sara").await[0].can_sign_in);
    acme.sign_in("SARA@acme.example", PASSWORD).await.unwrap();
}

#[tokio::test]
async fn a_late_or_foreign_link_does_not_work() {
    let acme = acme().await;
    let sara = acme.somebody("sara").await;
    acme.people().invite_person(invite(&sara)).await.unwrap();
    let token = acme.last_link().await;
    let stolen = token.replacen("acme.", "globex.", 1);
    for bad in ["", "x", "a.b.c", &stolen] {
        assert_eq!(reason(acme.sessions().set_password(set(bad, PASSWORD)).await).1, "LINK_NOT_VALID");
    }
    acme.harness.clock.advance(std::time::Duration::from_hours(24 * 7));
    assert_eq!(reason(acme.sessions().set_password(set(&token, PASSWORD)).await).1, "LINK_NOT_VALID");
}

#[tokio::test]
async fn only_whoever_can_be_reached_is_invited() {
    let acme = acme().await;
    let silent = acme.person(Person { email: String::new(), ..person("silent") }).await.unwrap();
    assert_eq!(reason(acme.people().invite_person(invite(&silent)).await).1, "NO_EMAIL");
    let gone = acme.somebody("gone").await;
    let end = EndEmploymentRequest { name: gone.name.clone(), end_day: "2026-02-01".into() };
    acme.people().end_employment(end).await.unwrap();
    assert_eq!(reason(acme.people().invite_person(invite(&gone)).await).1, "EMPLOYMENT_ENDED");
}
