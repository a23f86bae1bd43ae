//! `RefreshSession`: each token once.

use std::time::Duration;

use tonic::Code;

use crate::support::{PASSWORD, acme, reason};

#[tokio::test]
async fn each_renewal_brings_the_next_token() {
    let acme = acme().await;
    let (_, mut cookie) = acme.sign_in("boss@acme.example", PASSWORD).await.unwrap();
    for _ in 0..3 {
        acme.harness.clock.advance(Duration::from_mins(9));
        let (access, next) = acme.refresh(&cookie).await.unwrap();
        assert!(acme.harness.context.keys.verify(&access, acme.now()).is_ok());
        let next = next.unwrap();
        assert_ne!(next, cookie);
        cookie = next;
    }
}

#[tokio::test]
async fn a_used_token_that_comes_back_ends_the_whole_session() {
    let acme = acme().await;
    let (_, first) = acme.sign_in("boss@acme.example", PASSWORD).await.unwrap();
    let (_, second) = acme.refresh(&first).await.unwrap();
    let (_, other) = acme.sign_in("boss@acme.example", PASSWORD).await.unwrap();
    acme.harness.clock.advance(Duration::from_secs(11));
    let ended = (Code::Unauthenticated, "SESSION_ENDED".to_owned());
    assert_eq!(reason(acme.refresh(&first).await), ended);
    assert_eq!(
        reason(acme.refresh(&second.unwrap()).await),
        ended,
        "the thief's token is worth nothing either"
    );
    acme.refresh(&other).await.unwrap();
}

#[tokio::test]
async fn two_tabs_at_once_are_no_thieves() {
    let acme = acme().await;
    let (_, cookie) = acme.sign_in("boss@acme.example", PASSWORD).await.unwrap();
    let (_, next) = acme.refresh(&cookie).await.unwrap();
    acme.harness.clock.advance(Duration::from_secs(10));
    let (_, none) = acme.refresh(&cookie).await.unwrap();
    assert_eq!(none, None, "the second tab keeps the cookie that the first one got");
    acme.refresh(&next.unwrap()).await.unwrap();
}

#[tokio::test]
async fn forged_and_late_tokens_end() {
    let acme = acme().await;
    let (_, cookie) = acme.sign_in("boss@acme.example", PASSWORD).await.unwrap();
    let forged = format!("{cookie}x");
    let foreign = cookie.replacen("acme.", "globex.", 1);
    for bad in ["", "a.b.c", "nonsense", &forged, &foreign] {
        assert_eq!(reason(acme.refresh(bad).await).1, "SESSION_ENDED", "{bad}");
    }
    acme.harness.clock.advance(Duration::from_hours(14 * 24));
    assert_eq!(reason(acme.refresh(&cookie).await).1, "SESSION_ENDED");
    // What is over is forgotten, and nothing else.
    acme.harness.settle().await;
    let (_, cookie) = acme.sign_in("boss@acme.example", PASSWORD).await.unwrap();
    acme.refresh(&cookie).await.unwrap();
}
