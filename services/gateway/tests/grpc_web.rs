use bytes::Bytes;
use http::{Request, StatusCode};
use http_body_util::Full;
use hyper::body::Body as _;
use proto::telemetry::v1::{RecordUsageRequest, RecordUsageResponse, UsageEvent};

use crate::support::{Answer, Edge, KEY};

const METHOD: &str = "/hamgam.telemetry.v1.UsageService/RecordUsage";

/// The message as gRPC frames it.
fn framed(message: &impl prost::Message) -> Bytes {
    let body = message.encode_to_vec();
    let mut out = vec![0];
    out.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
    out.extend(body);
    out.into()
}

async fn post(edge: &Edge, content_type: &str, key: &str) -> Answer {
    let batch = RecordUsageRequest { events: vec![UsageEvent::default(); 2], ..Default::default() };
    let body = Full::new(framed(&batch));
    assert!(!body.is_end_stream());
    let request = Request::post(METHOD)
        .header("host", "hamgam")
        .header("content-type", content_type)
        .header("authorization", key)
        .body(body)
        .unwrap();
    edge.send(request).await
}

#[tokio::test]
async fn a_browser_reaches_the_services_over_http1() {
    let edge = Edge::start().await;
    let answer = post(&edge, "application/grpc-web+proto", KEY).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "application/grpc-web+proto");
    let length = u32::from_be_bytes(answer.body[1..5].try_into().unwrap()) as usize;
    let message: RecordUsageResponse = prost::Message::decode(&answer.body[5..5 + length]).unwrap();
    assert_eq!(message.summary.unwrap().recorded, 2);
    let trailers = &answer.body[5 + length..];
    assert_eq!(trailers[0], 0x80);
    assert!(String::from_utf8_lossy(&trailers[5..]).contains("grpc-status:0"));
}

#[tokio::test]
async fn an_error_arrives_as_a_status() {
    let edge = Edge::start().await;
    let answer = post(&edge, "application/grpc-web+proto", "Bearer hgk_bad").await;
    assert_eq!(answer.status, StatusCode::OK);
    let in_body = String::from_utf8_lossy(&answer.body).contains("grpc-status:16");
    assert!(in_body || answer.header("grpc-status") == "16");
}

#[tokio::test]
async fn what_any_page_could_send_without_asking_is_refused() {
    let edge = Edge::start().await;
    for content_type in
        ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
    {
        let answer = post(&edge, content_type, KEY).await;
        assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{content_type}");
    }
    let answer = post(&edge, "application/grpc", KEY).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "gRPC itself needs HTTP/2");
}
