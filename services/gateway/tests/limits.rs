use bytes::Bytes;
use http::{Request, StatusCode};
use http_body_util::Full;
use kit::auth::Role;
use proto::telemetry::v1::{
    ListUnknownsRequest, RecordUsageRequest, UsageEvent, usage_service_client::UsageServiceClient,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tonic::Code;

use crate::support::Edge;

#[tokio::test]
async fn a_message_over_one_mebibyte_is_refused() {
    let edge = Edge::start().await;
    let mut client = UsageServiceClient::new(edge.channel().await);
    let event = UsageEvent { feature: "x".repeat(1 << 20), ..Default::default() };
    let status = client
        .record_usage(RecordUsageRequest { events: vec![event], ..Default::default() })
        .await
        .unwrap_err();
    assert_eq!(status.code(), Code::ResourceExhausted, "{status}");
}

#[tokio::test]
async fn an_answer_over_four_mebibytes_does_not_go_out() {
    let edge = Edge::start().await;
    let mut client = UsageServiceClient::new(edge.channel().await).max_decoding_message_size(64 << 20);
    let mut request = tonic::Request::new(ListUnknownsRequest::default());
    let token = format!("Bearer {}", edge.token(Role::Admin));
    request.metadata_mut().insert("authorization", token.parse().unwrap());
    let status = client.list_unknowns(request).await.unwrap_err();
    assert_eq!(status.code(), Code::ResourceExhausted, "{status}");
}

#[tokio::test]
async fn headers_over_sixteen_kibibytes_are_refused_on_both_protocols() {
    let edge = Edge::start().await;
    let request = || {
        let value = "x".repeat(20 * 1024);
        Request::get("http://hamgam/healthz").header("x-long", value).body(Full::<Bytes>::default()).unwrap()
    };
    let answer = edge.send(request()).await;
    assert_eq!(answer.status, StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
    let mut http2 = edge.http2().await;
    let refused = http2.send_request(request()).await;
    assert!(
        refused.is_err() || refused.is_ok_and(|r| r.status() == StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE)
    );
}

#[tokio::test]
async fn nonsense_on_the_wire_does_not_disturb_others() {
    let edge = Edge::start().await;
    for nonsense in
        [&b"\x16\x03\x01\x02\x00\x01\x00"[..], b"GET\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nxxxx", b""]
    {
        let mut stream = tokio::net::TcpStream::connect(edge.address).await.unwrap();
        stream.write_all(nonsense).await.unwrap();
        stream.shutdown().await.unwrap();
        let _ = stream.read_to_end(&mut Vec::new()).await;
    }
    assert_eq!(edge.get("/healthz").await.status, StatusCode::OK);
}
