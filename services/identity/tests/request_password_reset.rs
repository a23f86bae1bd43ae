//! `RequestPasswordReset`.

use proto::identity::v1::{PasswordResetRequested, RequestPasswordResetRequest, SetPasswordRequest};

use crate::support::{PASSWORD, acme, broken, parent, reason};

const NEW: &str = "eleven loud umbrellas";

fn reset(email: &str) -> RequestPasswordResetRequest {
    RequestPasswordResetRequest { email: email.into() }
}

#[tokio::test]
async fn a_link_comes_by_mail_and_ends_every_session() {
    let acme = acme().await;
    let (_, cookie) = acme.sign_in("boss@acme.example", PASSWORD).await.unwrap();
    acme.sessions().request_password_reset(reset("Boss@acme.example")).await.unwrap();
    let event = acme.harness.published::<PasswordResetRequested>().await.remove(0);
    assert_eq!(event.person, format!("{}/people/{}", parent(), acme.boss));
    assert!(event.link_path.starts_with("/set-password?token="));
    let request = SetPasswordRequest { token: acme.last_link().await, new_password: NEW.into() };
    acme.sessions().set_password(request).await.unwrap();
    assert_eq!(reason(acme.refresh(&cookie).await).1, "SESSION_ENDED");
    acme.sign_in("boss@acme.example", NEW).await.unwrap();
}

#[tokio::test]
async fn the_answer_does_not_say_who_is_known_and_mails_are_few() {
    let acme = acme().await;
    acme.somebody("never").await;
    for email in ["nobody@acme.example", "never@acme.example"] {
        acme.sessions().request_password_reset(reset(email)).await.unwrap();
    }
    assert_eq!(acme.harness.published::<PasswordResetRequested>().await.len(), 0);
    for _ in 0..3 {
        acme.sessions().request_password_reset(reset("boss@acme.example")).await.unwrap();
    }
    let refused = reason(acme.sessions().request_password_reset(reset("boss@acme.example")).await);
    assert_eq!(refused.1, "TOO_MANY_ATTEMPTS");
    assert_eq!(broken(acme.sessions().request_password_reset(reset("boss")).await)[0].1, "NOT_AN_EMAIL");
}
