use http::{Request, StatusCode};
use http_body_util::Full;

use crate::support::Edge;

#[tokio::test]
async fn every_place_in_the_app_is_the_page() {
    let edge = Edge::start().await;
    let root = edge.get("/").await;
    let place = edge.get("/teams/0197?tab=use").await;
    assert_eq!((root.status, &root.body), (place.status, &place.body));
    assert!(root.header("content-type").starts_with("text/html"));
    let policy = root.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{policy}");
    assert!(!policy.contains("script-src 'self' 'unsafe"), "{policy}");
    if root.status == StatusCode::OK {
        assert_eq!(root.header("cache-control"), "no-cache");
        let again = Request::get("/")
            .header("host", "hamgam")
            .header("if-none-match", root.header("etag"))
            .body(Full::default())
            .unwrap();
        assert_eq!(edge.send(again).await.status, StatusCode::NOT_MODIFIED);
    } else {
        assert!(root.text().contains("make web"), "without the built app, how to build it");
    }
}

#[tokio::test]
async fn a_file_that_is_not_there_is_missing() {
    let edge = Edge::start().await;
    for path in ["/assets/gone-1234.js", "/favicon.nope", "/../Cargo.toml", "/..%2fCargo.toml", "/.env"] {
        assert_eq!(edge.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let posted = Request::post("/teams").header("host", "hamgam").body(Full::default()).unwrap();
    assert_eq!(edge.send(posted).await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn every_answer_says_what_a_browser_may_do() {
    let edge = Edge::start().await;
    for path in ["/", "/healthz", "/.well-known/jwks.json", "/nothing.txt", "/v1/usage"] {
        let answer = edge.get(path).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
        assert!(answer.header("content-security-policy").contains("default-src 'none'"), "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), "", "{path}");
    }
}

#[tokio::test]
async fn the_keys_are_published_and_nothing_secret_with_them() {
    let edge = Edge::start().await;
    let keys = edge.get("/.well-known/jwks.json").await;
    assert_eq!(keys.status, StatusCode::OK);
    let key = &keys.json()["keys"][0];
    assert_eq!((key["alg"].as_str(), key["kty"].as_str()), (Some("EdDSA"), Some("OKP")));
    assert!(key.get("d").is_none());
}
