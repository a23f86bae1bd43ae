//! `POST /v1/usage` and `POST /v1/data-quality`.

use bytes::Bytes;
use http::{Request, StatusCode};
use http_body_util::Full;

use crate::support::{Answer, Edge, KEY};

fn event(id: &str, feature: &str) -> String {
    format!(r#"{{"event_id":"{id}","time":"2026-03-02T08:00:00Z","external_id":"e1","feature":"{feature}"}}"#)
}

fn report(complete: i32) -> String {
    format!(
        r#"{{"report_id":"r","day":"2026-03-02","feature":"deals","external_id":"e1","complete":{complete}}}"#
    )
}

async fn post(edge: &Edge, content_type: &str, body: impl Into<Bytes>) -> Answer {
    post_to("/v1/usage", edge, content_type, body).await
}

async fn post_to(path: &str, edge: &Edge, content_type: &str, body: impl Into<Bytes>) -> Answer {
    let request = Request::post(path)
        .header("host", "hamgam")
        .header("authorization", KEY)
        .header("content-type", content_type)
        .body(Full::new(body.into()))
        .unwrap();
    edge.send(request).await
}

#[tokio::test]
async fn a_batch_of_json_is_recorded() {
    let edge = Edge::start().await;
    let body = format!(r#"{{"events":[{},{}]}}"#, event("a", "deals"), event("b", "deals"));
    let answer = post(&edge, "application/json; charset=utf-8", body).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(
        answer.json(),
        serde_json::json!({"recorded": 2, "duplicate": 0, "too_late": 0, "unknown_people": 0, "unknown_features": 0})
    );
}

#[tokio::test]
async fn lines_are_recorded_in_batches_and_violations_count_over_all() {
    let edge = Edge::start().await;
    let mut lines: Vec<String> = (0..1200).map(|i| event(&i.to_string(), "deals")).collect();
    let answer = post(&edge, "application/x-ndjson", lines.join("\n")).await;
    assert_eq!(answer.json()["recorded"], 1200);

    lines[1100] = event("bad", "deals");
    let answer = post(&edge, "application/x-ndjson", lines.join("\n")).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let json = answer.json();
    assert_eq!(json["recorded"], 1000, "the batches before stay");
    assert_eq!(json["error"]["violations"][0]["field"], "events[1100].event_id");
    assert_eq!(json["error"]["violations"][0]["rule"], "TOO_LONG");
    assert!(json["error"]["violations"][0]["description"].as_str().unwrap().contains("حداکثر ۲ نویسه"));
}

#[tokio::test]
async fn data_quality_comes_the_same_way() {
    let edge = Edge::start().await;
    let body = format!(r#"{{"reports":[{},{}]}}"#, report(6), report(7));
    let answer = post_to("/v1/data-quality", &edge, "application/json", body).await;
    assert_eq!((answer.status, &answer.json()["recorded"]), (StatusCode::OK, &2.into()));

    let mut lines = vec![report(6); 700];
    lines[600] = report(-1);
    let answer = post_to("/v1/data-quality", &edge, "application/x-ndjson", lines.join("\n")).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let json = answer.json();
    assert_eq!(json["recorded"], 500, "the batch before stays");
    assert_eq!(json["error"]["violations"][0]["field"], "reports[600].complete");

    let usage = post_to("/v1/data-quality", &edge, "application/json", event("a", "deals")).await;
    assert_eq!(usage.status, StatusCode::BAD_REQUEST);
    assert_eq!(usage.json()["error"]["violations"][0]["field"], "reports[0].complete");
}

#[tokio::test]
async fn what_is_wrong_with_the_form_is_told_before_anything_is_recorded() {
    let edge = Edge::start().await;
    let body = format!("{}\n{{\"event_id\":\"b\",\"time\":\"noon\"}}\n", event("a", "deals"));
    let answer = post(&edge, "application/x-ndjson", body).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let json = answer.json();
    assert_eq!((&json["recorded"], &json["error"]["violation_count"]), (&0.into(), &3.into()));
    assert_eq!(json["error"]["violations"][0]["line"], 2);
    assert_eq!(json["error"]["violations"][0]["rule"], "NOT_A_TIME");

    let answer = post(&edge, "application/json", "{\"events\": [").await;
    assert_eq!(answer.json()["error"]["violations"][0]["rule"], "NOT_JSON");
}

#[tokio::test]
async fn refusals_carry_the_status_that_http_clients_act_on() {
    let edge = Edge::start().await;
    let without_key = Request::post("/v1/usage")
        .header("host", "hamgam")
        .header("content-type", "application/json")
        .body(Full::new(event("a", "deals").into()))
        .unwrap();
    let answer = edge.send(without_key).await;
    assert_eq!((answer.status, answer.header("www-authenticate")), (StatusCode::UNAUTHORIZED, "Bearer"));

    let wrong_key = Request::post("/v1/usage")
        .header("host", "hamgam")
        .header("authorization", "Bearer hgk_bad")
        .header("content-type", "application/json")
        .body(Full::new(event("a", "deals").into()))
        .unwrap();
    let answer = edge.send(wrong_key).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(answer.json()["error"]["reason"], "KEY_WRONG");

    assert_eq!(
        post(&edge, "text/plain", event("a", "deals")).await.status,
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
    assert_eq!(
        post(&edge, "application/json", vec![b' '; 2 << 20]).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
    let busy = post(&edge, "application/json", event("a", "overload")).await;
    assert_eq!((busy.status, busy.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "7"));
    assert_eq!(edge.get("/v1/usage").await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn one_connection_serves_many_requests() {
    let edge = Edge::start().await;
    let stream = tokio::net::TcpStream::connect(edge.address).await.unwrap();
    let io = hyper_util::rt::TokioIo::new(stream);
    let (mut sender, connection) = hyper::client::conn::http1::handshake(io).await.unwrap();
    tokio::spawn(connection);
    for i in 0..50 {
        let request = Request::post("/v1/usage")
            .header("host", "hamgam")
            .header("authorization", KEY)
            .header("content-type", "application/json")
            .body(Full::<Bytes>::new(event(&i.to_string(), "deals").into()))
            .unwrap();
        sender.ready().await.unwrap();
        let answer = Answer::read(sender.send_request(request).await.unwrap()).await;
        assert_eq!(answer.json()["recorded"], 1);
    }
}
