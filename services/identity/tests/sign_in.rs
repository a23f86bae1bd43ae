//! `SignIn`, and the attempts that it lets through.

use kit::testing::STRANGER;
use proto::identity::v1::{GetMeRequest, ListKeysRequest, SignInRequest, me_service_client::MeServiceClient};
use tonic::{Code, Request};

use crate::support::{PASSWORD, acme, broken, cookie, founder, from, parent, reason, sign_in};

#[tokio::test]
async fn address_and_password_open_a_session() {
    let acme = acme().await;
    let response = acme.sessions().sign_in(sign_in(" Boss@ACME.example ", PASSWORD)).await.unwrap();
    assert!(cookie(response.metadata()).unwrap().starts_with("acme."));
    let signed_in = response.into_inner();
    assert_eq!(signed_in.person, format!("{}/people/{}", parent(), acme.boss));
    let expires = signed_in.access_expire_time.unwrap().seconds - acme.now().as_second();
    assert_eq!(expires, 600);

    // The token opens what needs a sign-in.
    let mut me = MeServiceClient::new(acme.harness.as_anonymous());
    assert_eq!(me.get_me(GetMeRequest {}).await.unwrap_err().code(), Code::Unauthenticated);
    let mut request = Request::new(GetMeRequest {});
    let bearer = format!("Bearer {}", signed_in.access_token);
    request.metadata_mut().insert("authorization", bearer.parse().unwrap());
    assert_eq!(me.get_me(request).await.unwrap().into_inner().person.unwrap().display_name, "boss");

    let keys = acme.sessions().list_keys(ListKeysRequest {}).await.unwrap().into_inner().keys;
    assert_eq!((keys[0].algorithm.as_str(), keys[0].key_type.as_str()), ("EdDSA", "OKP"));
}

#[tokio::test]
async fn wrong_address_and_wrong_password_look_alike() {
    let acme = acme().await;
    let wrong = reason(acme.sign_in("boss@acme.example", "wrong").await);
    assert_eq!(wrong, (Code::Unauthenticated, "WRONG_CREDENTIALS".into()));
    assert_eq!(reason(acme.sign_in("nobody@acme.example", PASSWORD).await), wrong);
    assert_eq!(broken(acme.sign_in("", "").await).len(), 2);
}

#[tokio::test]
async fn an_account_is_closed_after_ten_failures_and_opens_again() {
    let acme = acme().await;
    for _ in 0..10 {
        assert_eq!(reason(acme.sign_in("boss@acme.example", "wrong").await).1, "WRONG_CREDENTIALS");
    }
    let refused = reason(acme.sign_in("BOSS@acme.example", PASSWORD).await);
    assert_eq!(refused, (Code::ResourceExhausted, "TOO_MANY_ATTEMPTS".into()));
    acme.harness.clock.advance(std::time::Duration::from_mins(15));
    acme.sign_in("boss@acme.example", PASSWORD).await.unwrap();
}

#[tokio::test]
async fn a_network_address_that_tries_many_accounts_is_closed_and_others_are_not() {
    let acme = acme().await;
    for i in 0..100 {
        let request = from(sign_in(&format!("u{i}@acme.example"), "wrong"), [10, 0, 0, 1]);
        assert_eq!(reason(acme.sessions().sign_in(request).await).1, "WRONG_CREDENTIALS");
    }
    let request = from(sign_in("boss@acme.example", PASSWORD), [10, 0, 0, 1]);
    assert_eq!(reason(acme.sessions().sign_in(request).await).1, "TOO_MANY_ATTEMPTS");
    let request = from(sign_in("boss@acme.example", PASSWORD), [10, 0, 0, 2]);
    acme.sessions().sign_in(request).await.unwrap();
}

#[tokio::test]
async fn an_address_in_two_organizations_says_which() {
    let acme = acme().await;
    founder(&acme.identity, STRANGER, "boss").await;
    assert_eq!(reason(acme.sign_in("boss@acme.example", PASSWORD).await).1, "ORGANIZATION_NEEDED");
    let into = |organization: &str| SignInRequest {
        email: "boss@acme.example".into(),
        password: PASSWORD.into(),
        organization: organization.into(),
    };
    let there = acme.sessions().sign_in(into("organizations/globex")).await.unwrap().into_inner();
    assert!(there.person.starts_with("organizations/globex/people/"));
    for unknown in ["organizations/none", "nonsense"] {
        assert_eq!(reason(acme.sessions().sign_in(into(unknown)).await).1, "WRONG_CREDENTIALS");
    }
}
