//! `SignOut`.

use proto::identity::v1::SignOutRequest;

use crate::support::{PASSWORD, acme, cookie, reason, with_cookie};

#[tokio::test]
async fn signing_out_ends_the_session_and_takes_the_cookie_back() {
    let acme = acme().await;
    let (_, token) = acme.sign_in("boss@acme.example", PASSWORD).await.unwrap();
    let response = acme.sessions().sign_out(with_cookie(SignOutRequest {}, &token)).await.unwrap();
    assert_eq!(cookie(response.metadata()).unwrap(), "");
    assert_eq!(reason(acme.refresh(&token).await).1, "SESSION_ENDED");
    acme.sessions().sign_out(with_cookie(SignOutRequest {}, &token)).await.unwrap();
    acme.sessions().sign_out(SignOutRequest {}).await.unwrap();
}
