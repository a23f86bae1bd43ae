use kit::auth::Role;
use proto::telemetry::v1::{
    ListUnknownsRequest, RecordDataQualityRequest, RecordUsageRequest, StreamUsageRequest, UsageEvent,
    usage_service_client::UsageServiceClient,
};
use tonic::{Code, Request};

use crate::support::{Edge, KEY};

fn with_key<T>(message: T, key: &str) -> Request<T> {
    let mut request = Request::new(message);
    request.metadata_mut().insert("authorization", key.parse().unwrap());
    request
}

#[tokio::test]
async fn a_client_reaches_the_services_over_http2_without_tls() {
    let edge = Edge::start().await;
    let mut client = UsageServiceClient::new(edge.channel().await);
    let batch = RecordUsageRequest { events: vec![UsageEvent::default(); 3], ..Default::default() };
    let answer = client.record_usage(with_key(batch.clone(), KEY)).await.unwrap().into_inner();
    assert_eq!(answer.summary.unwrap().recorded, 3);
    let refused = client.record_usage(with_key(batch, "Bearer hgk_bad")).await.unwrap_err();
    assert_eq!(refused.code(), Code::Unauthenticated);
}

#[tokio::test]
async fn a_stream_goes_through() {
    let edge = Edge::start().await;
    let mut client = UsageServiceClient::new(edge.channel().await);
    let batch = StreamUsageRequest { events: vec![UsageEvent::default(); 500], ..Default::default() };
    let batches = futures::stream::iter(std::iter::repeat_n(batch, 20));
    assert_eq!(client.stream_usage(batches).await.unwrap().into_inner().batch_count, 20);
}

#[tokio::test]
async fn the_services_learn_where_a_call_came_from() {
    let edge = Edge::start().await;
    let mut client = UsageServiceClient::new(edge.channel().await);
    let answer = client.record_data_quality(RecordDataQualityRequest::default()).await.unwrap().into_inner();
    assert_eq!(answer.summary.unwrap().recorded, 1);
}

#[tokio::test]
async fn the_access_layer_stands_behind_the_edge() {
    let edge = Edge::start().await;
    let mut client = UsageServiceClient::new(edge.channel().await);
    let nobody = client.list_unknowns(ListUnknownsRequest::default()).await.unwrap_err();
    assert_eq!(nobody.code(), Code::Unauthenticated);
    let member = format!("Bearer {}", edge.token(Role::Member));
    let member = client.list_unknowns(with_key(ListUnknownsRequest::default(), &member)).await.unwrap_err();
    assert_eq!(member.code(), Code::PermissionDenied);
}
