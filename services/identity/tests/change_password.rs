//! `ChangePassword`.

use kit::auth::{Caller, Grant, Person, Role};
use proto::identity::v1::{ChangePasswordRequest, session_service_client::SessionServiceClient};

use crate::support::{Acme, PASSWORD, acme, broken, reason};

const NEW: &str = "eleven loud umbrellas";

/// The sessions of Boss, called with the session of an access token.
fn signed_in(acme: &Acme, session: &str) -> SessionServiceClient<kit::client::Outgoing> {
    let caller = Caller::signed_in(Person {
        organization: "acme".into(),
        person: acme.boss.clone(),
        session: session.into(),
        grants: vec![Grant { role: Role::Member, team: None }],
    });
    SessionServiceClient::new(acme.harness.context.transport.acting_as(caller))
}

fn change(old: &str, new: &str) -> ChangePasswordRequest {
    ChangePasswordRequest { old_password: old.into(), new_password: new.into() }
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let acme = acme().await;
    let (mine, cookie) = acme.sign_in("boss@acme.example", PASSWORD).await.unwrap();
    let (_, elsewhere) = acme.sign_in("boss@acme.example", PASSWORD).await.unwrap();
    let session = acme.harness.context.keys.verify(&mine, acme.now()).unwrap().session;
    let mut client = signed_in(&acme, &session);
    assert_eq!(reason(client.change_password(change("wrong", NEW)).await).1, "WRONG_CREDENTIALS");
    assert_eq!(broken(client.change_password(change(PASSWORD, "bossboss1234")).await)[0].1, "GUESSABLE");
    client.change_password(change(PASSWORD, NEW)).await.unwrap();
    assert_eq!(reason(acme.sign_in("boss@acme.example", PASSWORD).await).1, "WRONG_CREDENTIALS");
    acme.sign_in("boss@acme.example", NEW).await.unwrap();
    acme.refresh(&cookie).await.unwrap();
    assert_eq!(reason(acme.refresh(&elsewhere).await).1, "SESSION_ENDED");
}

#[tokio::test]
async fn guessing_the_old_password_is_limited_too() {
    let acme = acme().await;
    let mut client = signed_in(&acme, "s");
    for _ in 0..10 {
        assert_eq!(reason(client.change_password(change("wrong", NEW)).await).1, "WRONG_CREDENTIALS");
    }
    assert_eq!(reason(client.change_password(change(PASSWORD, NEW)).await).1, "TOO_MANY_ATTEMPTS");
}
